package org.tidings.app.command;

/// A word of the command line means nothing, which picocli cannot see, or only the data folder
/// could tell; the message is the sentence that says so. Nothing was done.
final class WrongUsage extends Exception {
  private static final long serialVersionUID = 1L;

  WrongUsage(String sentence) {
    super(sentence);
  }
}
