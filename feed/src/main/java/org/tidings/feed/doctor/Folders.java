package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders for the doctor's own copies. Stateless.
final class Folders {

  private Folders() {}

  /// An empty one; what a run that was cut short has left is removed.
  static Path fresh(Path parent, String prefix) throws IOException {
    removeAll(parent, prefix);
    return Files.createTempDirectory(parent, prefix);
  }

  /// Removes all whose names begin so.
  static void removeAll(Path parent, String prefix) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(parent)) {
      old = files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path folder : old) {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
