package org.tidings.feed.log;

/// The publishing gate is closed.
public final class PublishingHeld extends PublishRefused {

  private static final long serialVersionUID = 1L;

  public PublishingHeld(String sentence) {
    super(sentence);
  }
}
