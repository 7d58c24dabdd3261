package org.tidings.crypto.key;

import java.nio.file.Path;

/// A `secret` file cannot be read or made. The message says so in plain words, names the file and
/// never holds any of its content.
public final class SecretFileException extends Exception {
  SecretFileException(Path file, String why) {
    super("The key file " + file + " " + why);
  }

  SecretFileException(Path file, String why, Throwable cause) {
    super("The key file " + file + " " + why, cause);
  }
}
