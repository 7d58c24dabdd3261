package org.tidings.ui.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies of pictures and files that other programs are given, in the data folder, into which
/// nobody else can look. Who was given one may read it later, and so the last ones stay until the
/// window closes, or, where that went wrong, until it is next opened. Blocks; thread-safe.
public final class DraggedCopies {
  private static final int MOST = 20;

  private final Path folder;

  /// Those of the window on that data folder.
  public DraggedCopies(Path dataFolder) {
    folder = dataFolder.resolve("dragged");
  }

  /// Makes one of this name, in a folder of its own.
  Path make(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    keep(MOST - 1);
    return Files.write(Files.createTempDirectory(folder, "").resolve(name), bytes);
  }

  /// Removes one of them.
  void remove(Path copy) throws IOException {
    delete(copy.resolve("..").normalize());
  }

  /// Removes all there are, those of an earlier window too.
  public void clear() throws IOException {
    if (Files.exists(folder)) {
      keep(0);
    }
  }

  /// Removes all but the last ones.
  private void keep(int most) throws IOException {
    List<Path> newestFirst =
        listed(folder).stream()
            .sorted(Comparator.<Path>comparingLong(made -> made.toFile().lastModified()).reversed())
            .toList();
    for (Path old : newestFirst.subList(Math.min(most, newestFirst.size()), newestFirst.size())) {
      delete(old);
    }
  }

  private static void delete(Path made) throws IOException {
    for (Path file : listed(made)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(made);
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
