package org.tidings.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.RecoveryWordsException;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.told.Told;

/// Brings an identity that was made elsewhere into a data folder that has none, before it is opened
/// (protocol 1.2). Each way can be gone again after it failed. Blocks; thread-safe.
///
/// @param secret where the key of this program lies, or will
/// @param home the person's own folder, where other programs keep theirs
/// @param isRunning whether another program runs with a key: then that is not brought, or both
///     would write with it
public record Restoration(Path secret, Path home, Predicate<KeyPair> isRunning) {
  /// Beside our key, until it is read: the list of the peers that the other program knew.
  public static final String PEERS = "peers-brought.json";

  private static final Logger log = LoggerFactory.getLogger(Restoration.class);
  private static final String THEIR_PEERS = "conn.json";

  /// The key file of another program on this computer.
  public Optional<Path> found() {
    Path theirs = home.resolve(".ssb").resolve("secret");
    return Files.isReadable(theirs) ? Optional.of(theirs) : Optional.empty();
  }

  /// From the 24 words.
  ///
  /// @throws RestorationException saying why not
  public void fromWords(String typed) throws RestorationException {
    try {
      bring(RecoveryWords.keys(typed));
    } catch (RecoveryWordsException wrong) {
      throw new RestorationException(
          Told.of(RestorationFault.of(wrong.reason()), wrong.detail()), wrong);
    }
  }

  /// From a key file, which stays where it is. The peers that are listed beside it come along, if
  /// they can be read.
  ///
  /// @throws RestorationException saying why not
  public void fromFile(Path file) throws RestorationException {
    bring(keysIn(file));
    bringPeers(file.resolveSibling(THEIR_PEERS));
  }

  private void bringPeers(Path theirs) {
    try {
      if (Files.isRegularFile(theirs)) {
        Files.copy(theirs, secret.resolveSibling(PEERS), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      log.warn("the peers of the other program do not come along: {}", failure.getMessage());
    }
  }

  private static KeyPair keysIn(Path file) throws RestorationException {
    try {
      return SecretFile.read(file);
    } catch (SecretFileException failure) {
      throw refused(file, failure);
    }
  }

  private void bring(KeyPair keys) throws RestorationException {
    if (isRunning.test(keys)) {
      throw new RestorationException(Told.of(RestorationFault.RUNNING), null);
    }
    try {
      boolean isHere =
          Files.exists(secret) && SecretFile.read(secret).publicKey().equals(keys.publicKey());
      if (!isHere) {
        SecretFile.create(secret, keys);
      }
    } catch (SecretFileException failure) {
      throw refused(secret, failure);
    }
  }

  private static RestorationException refused(Path file, SecretFileException failure) {
    return new RestorationException(
        Told.of(RestorationFault.of(failure.reason()), file.toString()), failure);
  }
}
