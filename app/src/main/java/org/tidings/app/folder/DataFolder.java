package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tidings.feed.store.FolderCheck;
import org.tidings.feed.told.Told;

/// One person's folder: identity, database, settings, lock, log. Immutable; making one creates the
/// folder, for its owner's eyes only.
public final class DataFolder {
  private static final String SECRET = "secret";
  private static final String DATABASE = "tidings.sqlite";

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
      throw new FolderException(Told.of(FolderFault.UNUSABLE, absolute, reason(e)), e);
    }
  }

  /// The folder at `path` as it is: whoever only looks, or takes something away, makes none.
  ///
  /// @throws FolderException where nobody has begun
  public static DataFolder begunAt(Path path, Path state) throws FolderException {
    if (isBegunAt(path) || (Files.exists(path) && !Files.isDirectory(path))) {
      return at(path, state);
    }
    String which =
        Files.notExists(path)
            ? "There is no data folder %s."
            : "Nobody has begun in the folder %s: neither a key nor messages are in it.";
    throw new FolderException(
        which.formatted(path.toAbsolutePath().normalize())
            + " To look into another one, name it with --data. To begin there, open the window, or"
            + " publish, import, or run headless.");
  }

  /// Whether somebody has begun at `path`, or that cannot be told: there is a key, or a store that
  /// once had one.
  public static boolean isBegunAt(Path path) {
    return !Files.notExists(path.resolve(SECRET)) || !Files.notExists(path.resolve(DATABASE));
  }

  public Path path() {
    return path;
  }

  /// Outside the folder: the witness that notices a copied or restored one.
  public Path state() {
    return state;
  }

  public Path secret() {
    return path.resolve(SECRET);
  }

  public Path database() {
    return path.resolve(DATABASE);
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

  Path examined() {
    return path.resolve("doctor.pid");
  }

  Path instance() {
    return path.resolve("instance.json");
  }

  Path manifest() {
    return path.resolve("manifest.json");
  }

  Path network() {
    return path.resolve("network");
  }

  Path settings() {
    return path.resolve("settings.json");
  }

  private static void refuseNetwork(Path folder) throws IOException, FolderException {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    Optional<String> network = FolderCheck.network(existing);
    if (network.isPresent()) {
      throw new FolderException(Told.of(FolderFault.ON_NETWORK, folder, network.get()));
    }
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

  /// What a failed file operation came from, to be filled in: what the system says of it has no
  /// other words.
  static Object reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> Told.of(FolderFault.DENIED, denied.getFile());
      case FileAlreadyExistsException file -> Told.of(FolderFault.NO_FOLDER, file.getFile());
      case NoSuchFileException gone -> Told.of(FolderFault.GONE, gone.getFile());
      case FileSystemException file when file.getReason() != null -> file.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
