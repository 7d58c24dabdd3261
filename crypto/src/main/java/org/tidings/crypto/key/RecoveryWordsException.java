package org.tidings.crypto.key;

/// What was typed is not the words of any key. The message says why in plain words, and holds at
/// most the one word that is unknown.
public final class RecoveryWordsException extends Exception {
  private final Reason reason;
  private final String detail;

  /// What is wrong with them.
  public enum Reason {
    /// They are too many or too few; the detail is how many.
    COUNT,
    /// One is none of those that keys are made of; the detail is that word.
    UNKNOWN,
    /// Each is a word of keys, but all together are no key.
    MISMATCH
  }

  RecoveryWordsException(Reason reason, String detail, String why) {
    super(why);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /// What the reason says of it.
  public String detail() {
    return detail;
  }
}
