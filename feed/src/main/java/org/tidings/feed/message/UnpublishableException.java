package org.tidings.feed.message;

/// This content cannot become a message that every peer would read. The message is a sentence for
/// people.
public final class UnpublishableException extends Exception {
  private static final long serialVersionUID = 1;

  public UnpublishableException(String sentence) {
    super(sentence);
  }
}
