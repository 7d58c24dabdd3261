package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.handshake.NetworkKey;

/// The network that a data folder belongs to: what is posted in one is not meant for another, and
/// cannot be taken back. It is noted beside a store that is made; stores of before have no note,
/// and open in whichever network is asked for.
public final class FolderNetwork {
  private static final Logger log = LoggerFactory.getLogger(FolderNetwork.class);

  private FolderNetwork() {}

  /// In which network to open a folder.
  ///
  /// @param asked what a person asks for; else it is its own, or the main one
  /// @throws FolderException when it belongs to another than that
  public static NetworkKey of(DataFolder folder, Optional<NetworkKey> asked)
      throws FolderException {
    Optional<NetworkKey> own = read(folder);
    if (own.isPresent() && asked.isPresent() && !own.equals(asked)) {
      throw new FolderException(
          "The folder %s belongs to another network than --network-key says."
              .formatted(folder.path()));
    }
    return own.or(() -> asked).orElse(NetworkKey.MAIN);
  }

  private static Optional<NetworkKey> read(DataFolder folder) throws FolderException {
    if (Files.notExists(folder.network()) || isBeforeStore(folder)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(folder.network()).strip();
      return Optional.of(
          NetworkKey.parseBase64(text).orElseThrow(() -> new IOException("no network key")));
    } catch (IOException unreadable) {
      throw new FolderException(
          "To which network the folder belongs cannot be read in %s: %s."
              .formatted(folder.network(), DataFolder.reason(unreadable)));
    }
  }

  private static boolean isBeforeStore(DataFolder folder) {
    return Files.notExists(folder.database());
  }

  /// Notes it, when a store is about to be made there. Where nothing can be written none is made.
  public static void note(DataFolder folder, NetworkKey network) {
    if (isBeforeStore(folder)) {
      try {
        Files.writeString(
            folder.network(),
            Base64.getEncoder().encodeToString(network.bytes()) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            StandardOpenOption.SYNC);
      } catch (IOException unwritable) {
        log.warn("the network of the folder is not noted: {}", unwritable.getMessage());
      }
    }
  }
}
