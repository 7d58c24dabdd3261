package org.tidings.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.RecoveryWordsException;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;

/// Brings an identity that was made elsewhere into a data folder that has none, before it is opened
/// (protocol 1.2). Each way can be gone again after it failed. Blocks; thread-safe.
///
/// @param secret where the key of this program lies, or will
/// @param home the person's own folder, where other programs keep theirs
public record Restoration(Path secret, Path home) {

  /// The key file of another program on this computer.
  public Optional<Path> found() {
    Path theirs = home.resolve(".ssb").resolve("secret");
    return Files.isReadable(theirs) ? Optional.of(theirs) : Optional.empty();
  }

  /// From the 24 words.
  ///
  /// @throws IOException with a sentence for people
  public void fromWords(String typed) throws IOException {
    try {
      bring(RecoveryWords.keys(typed));
    } catch (RecoveryWordsException | SecretFileException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  /// From a key file, which stays where it is.
  ///
  /// @throws IOException with a sentence for people
  public void fromFile(Path file) throws IOException {
    try {
      bring(SecretFile.read(file));
    } catch (SecretFileException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private void bring(KeyPair keys) throws SecretFileException {
    boolean isHere =
        Files.exists(secret) && SecretFile.read(secret).publicKey().equals(keys.publicKey());
    if (!isHere) {
      SecretFile.create(secret, keys);
    }
  }
}
