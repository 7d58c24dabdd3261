package org.tidings.crypto.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small file that is written as a whole or not at all, whatever happens to the power meanwhile;
/// its owner alone may read it. Stateless.
public final class DurableFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private DurableFile() {}

  /// Returns once the new content is on disk, under its name.
  public static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    write(
        fresh,
        content,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolderOf(file);
  }

  /// Returns once the content is on disk; nobody else can read it at any moment.
  static void write(Path file, byte[] content, StandardOpenOption... options) throws IOException {
    boolean isPosix = OwnerOnly.isPosix(file);
    FileAttribute<?>[] owners = isPosix ? new FileAttribute<?>[] {OWNERS} : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(file, Set.of(options), owners)) {
      if (isPosix) {
        // It may have been there before, and be anybody's.
        Files.setPosixFilePermissions(file, OWNERS.value());
      }
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /// Returns once the name of a file that was made, moved or removed is on disk, which it is only
  /// when its folder is; Windows has no such call and no such need.
  public static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (OwnerOnly.isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
