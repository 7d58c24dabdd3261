package org.tidings.feed.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.store.StoreException.Kind;

/// Tells folders on network file systems: neither their locks nor what a crash leaves there can be
/// trusted with a database. Stateless.
public final class FolderCheck {

  private static final Set<String> NETWORK =
      Set.of(
          "9p",
          "afpfs",
          "afs",
          "ceph",
          "cifs",
          "coda",
          "davfs",
          "davfs2",
          "fuse.ceph",
          "fuse.davfs2",
          "fuse.glusterfs",
          "fuse.rclone",
          "fuse.s3fs",
          "fuse.sshfs",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "webdav");

  private FolderCheck() {}

  /// Checks a folder, which must exist.
  ///
  /// @throws StoreException when it lies on another machine
  static void refuseNetwork(Path folder) {
    try {
      if (network(folder).isPresent()) {
        throw new StoreException(
            Kind.FOLDER_ON_NETWORK,
            "The folder "
                + folder
                + " lies on a network drive; please choose one on this computer.");
      }
    } catch (IOException failure) {
      throw new StoreException(
          Kind.FAILED, "The folder " + folder + " cannot be examined.", failure);
    }
  }

  /// The type of the network file system that a folder, which must exist, lies on; empty where it
  /// lies on this computer.
  public static Optional<String> network(Path folder) throws IOException {
    String type = Files.getFileStore(folder).type();
    return isNetwork(type) || folder.toAbsolutePath().toString().startsWith("\\\\")
        ? Optional.of(type)
        : Optional.empty();
  }

  static boolean isNetwork(String fileSystemType) {
    return NETWORK.contains(fileSystemType.toLowerCase(Locale.ROOT));
  }
}
