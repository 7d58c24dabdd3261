package org.tidings.app.command;

/// A command was not carried out, and nothing was written; the message is the sentence that says
/// why.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  public Refused(String sentence) {
    super(sentence);
  }
}
