package org.tidings.feed.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.tidings.feed.store.StoreException.Kind;

/// Refuses folders on network file systems: their locks cannot be trusted with a database.
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
          "fuse.sshfs",
          "fuse.rclone",
          "fuse.glusterfs",
          "fuse.s3fs",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "smb2",
          "smb3",
          "smbfs",
          "webdav");

  private FolderCheck() {}

  /// Checks a folder, which must exist.
  ///
  /// @throws StoreException when it lies on another machine
  public static void refuseNetwork(Path folder) {
    if (isNetwork(typeOf(folder)) || folder.toAbsolutePath().toString().startsWith("\\\\")) {
      throw new StoreException(
          Kind.FOLDER_ON_NETWORK,
          "The folder " + folder + " lies on a network drive; please choose one on this computer.");
    }
  }

  static boolean isNetwork(String fileSystemType) {
    return NETWORK.contains(fileSystemType.toLowerCase(Locale.ROOT));
  }

  private static String typeOf(Path folder) {
    try {
      return Files.getFileStore(folder).type();
    } catch (IOException failure) {
      throw new StoreException(
          Kind.FAILED, "The folder " + folder + " cannot be examined.", failure);
    }
  }
}
