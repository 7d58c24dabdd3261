package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.DurableFile;

/// Has a mended file take the place of a damaged one, which goes beside it under a name that nobody
/// has yet. From the moment that the mended one is [#ready], whatever cuts this short: it is
/// finished before the place is looked at again. Stateless.
final class Aside {

  /// What SQLite keeps beside a database belongs to it.
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

  private Aside() {}

  /// Takes over a mended file, which is whole and on disk, to stand in for `file`.
  static void ready(Path mended, Path file) throws IOException {
    Files.move(mended, successor(file));
    DurableFile.syncFolderOf(file);
  }

  /// Puts the file aside and the one that is ready in its place; goes on where an earlier run was
  /// cut short.
  ///
  /// @return where the damaged one is now; empty when none is ready, and nothing was done
  static Optional<Path> finish(Path file) throws IOException {
    if (!Files.exists(successor(file))) {
      return Optional.empty();
    }
    int free = 1;
    while (Files.exists(named(file, free, ""))) {
      free++;
    }
    int number = Files.exists(file) ? free : Math.max(1, free - 1);
    for (String suffix : SUFFIXES) {
      Path part = beside(file, suffix);
      if (Files.exists(part)) {
        Files.move(part, named(file, number, suffix));
      }
    }
    DurableFile.syncFolderOf(file);
    Files.move(successor(file), file);
    DurableFile.syncFolderOf(file);
    return Optional.of(named(file, number, ""));
  }

  private static Path successor(Path file) {
    return beside(file, ".mended");
  }

  private static Path named(Path file, int number, String suffix) {
    return beside(file, ".damaged-" + number + suffix);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
