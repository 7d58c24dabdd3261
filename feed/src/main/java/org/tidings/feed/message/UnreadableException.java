package org.tidings.feed.message;

/// Ends the reading of a value that is no well-shaped message. Never leaves this package. It
/// carries no stack trace, since peers decide how often it is thrown.
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Verdict.Unreadable verdict;

  UnreadableException(Verdict.Unreadable verdict) {
    super(verdict.toString(), null, false, false);
    this.verdict = verdict;
  }

  /// A rule of the format is broken.
  UnreadableException(String reason) {
    this(new Verdict.Malformed(reason));
  }

  Verdict.Unreadable verdict() {
    return verdict;
  }
}
