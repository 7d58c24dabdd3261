package org.tidings.crypto.key;

import java.nio.file.Path;

/// A `secret` file cannot be read or made. The message says so in plain words, names the file and
/// never holds any of its content.
public final class SecretFileException extends Exception {
  private final Reason reason;

  /// What is wrong.
  public enum Reason {
    /// It is there, and cannot be read.
    UNREADABLE,
    /// What it holds is no key.
    NO_KEY,
    /// There is one already.
    EXISTS,
    /// It cannot be made.
    NOT_MADE
  }

  SecretFileException(Reason reason, Path file, String why) {
    super("The key file " + file + " " + why);
    this.reason = reason;
  }

  SecretFileException(Reason reason, Path file, String why, Throwable cause) {
    super("The key file " + file + " " + why, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
