package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/// One person's folder: identity, database, settings, lock, log. Immutable; making one creates the
/// folder, for its owner's eyes only.
public final class DataFolder {
  /// File systems whose locks and crash behaviour SQLite cannot rely on.
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afs",
          "afpfs",
          "webdav",
          "davfs",
          "davfs2",
          "ncpfs",
          "ceph",
          "lustre",
          "glusterfs",
          "fuse.sshfs",
          "fuse.glusterfs",
          "fuse.ceph",
          "fuse.rclone",
          "fuse.davfs2");

  private final Path path;
  private final Path state;

  private DataFolder(Path path, Path state) {
    this.path = path;
    this.state = state;
  }

  /// The folder at `path`, created where it is missing.
  ///
  /// @param state the folder beside it that stays on this machine
  public static DataFolder at(Path path, Path state) throws FolderException {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      refuseNetwork(absolute);
      if (!Files.isDirectory(absolute)) {
        Files.createDirectories(absolute, ownerOnly());
      }
      return new DataFolder(absolute.toRealPath(), state);
    } catch (IOException e) {
      throw new FolderException(
          "The folder " + absolute + " cannot be used: " + reason(e) + ".", e);
    }
  }

  public Path path() {
    return path;
  }

  /// Outside the folder: the witness that notices a copied or restored one.
  public Path state() {
    return state;
  }

  public Path secret() {
    return path.resolve("secret");
  }

  public Path database() {
    return path.resolve("tidings.sqlite");
  }

  /// Whether somebody has begun here: there is a key, or a store that once had one.
  public boolean hasIdentity() {
    return Files.exists(secret()) || Files.exists(database());
  }

  public Path log() {
    return path.resolve("log");
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path instance() {
    return path.resolve("instance.json");
  }

  Path manifest() {
    return path.resolve("manifest.json");
  }

  Path settings() {
    return path.resolve("settings.json");
  }

  private static void refuseNetwork(Path folder) throws IOException, FolderException {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    FileStore store = Files.getFileStore(existing);
    if (isNetwork(store.type())) {
      throw new FolderException(
          "The folder %s lies on a network drive (%s), where a crash or a second computer could damage it. Choose one on this computer with --data."
              .formatted(folder, store.type()));
    }
  }

  static boolean isNetwork(String fileSystem) {
    return NETWORK.contains(fileSystem.toLowerCase(Locale.ROOT));
  }

  /// Attributes of a file or folder that nobody else may look into.
  static FileAttribute<?>[] ownerOnly() {
    return posix("rwx------");
  }

  static FileAttribute<?>[] posix(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// What a failed file operation came from, in words.
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access is denied to " + denied.getFile();
      case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
      case NoSuchFileException gone -> gone.getFile() + " is missing";
      default -> String.valueOf(e.getMessage());
    };
  }
}
