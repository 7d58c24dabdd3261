package org.tidings.feed.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.ref.FeedId;

/// The file with our key. Stateless.
final class KeyFile {

  private static final String NAME = "secret";

  private KeyFile() {}

  /// What is wrong with it, if it is there.
  static List<Finding> look(Path folder) {
    Path file = folder.resolve(NAME);
    return Files.exists(file) ? read(file, Optional.empty()) : List.of();
  }

  /// What is wrong with it; it has to be there and hold this key.
  static List<Finding> check(Path folder, FeedId self) {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        ? read(file, Optional.of(self))
        : List.of(new Finding.BrokenKey("The key file " + file + " is gone."));
  }

  private static List<Finding> read(Path file, Optional<FeedId> wanted) {
    try {
      FeedId found = FeedId.of(SecretFile.read(file).publicKey());
      return wanted.filter(self -> !self.equals(found)).isPresent()
          ? List.of(new Finding.BrokenKey("The key file " + file + " holds another key."))
          : List.of();
    } catch (SecretFileException unreadable) {
      return List.of(new Finding.BrokenKey(String.valueOf(unreadable.getMessage())));
    }
  }
}
