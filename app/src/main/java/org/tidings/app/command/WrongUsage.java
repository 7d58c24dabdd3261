package org.tidings.app.command;

/// A word of the command line turned out to mean nothing only when the data folder was asked; the
/// message is the sentence that says so. Nothing was done.
final class WrongUsage extends Exception {
  private static final long serialVersionUID = 1L;

  WrongUsage(String sentence) {
    super(sentence);
  }
}
