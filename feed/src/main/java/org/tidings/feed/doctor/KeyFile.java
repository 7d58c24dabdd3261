package org.tidings.feed.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.ref.FeedId;

/// The file with our key.
///
/// @param folder the data folder it is in
/// @param self whose key it must be
record KeyFile(Path folder, FeedId self) {

  private static final String NAME = "secret";

  /// What is wrong with it, if anything.
  List<Finding> check() {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return List.of(new Finding.BrokenKey("The key file " + file + " is gone."));
    }
    try {
      return FeedId.of(SecretFile.read(file).publicKey()).equals(self)
          ? List.of()
          : List.of(new Finding.BrokenKey("The key file " + file + " holds another key."));
    } catch (SecretFileException unreadable) {
      return List.of(new Finding.BrokenKey(String.valueOf(unreadable.getMessage())));
    }
  }
}
