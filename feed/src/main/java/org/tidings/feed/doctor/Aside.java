package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where damaged files go: beside themselves, under names nobody has yet. Stateless.
final class Aside {

  /// What SQLite keeps beside a database belongs to it.
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

  private Aside() {}

  /// Renames the file, and answers what it is called now.
  static Path put(Path file) throws IOException {
    int number = 1;
    while (Files.exists(named(file, number, ""))) {
      number++;
    }
    for (String suffix : SUFFIXES) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(part)) {
        Files.move(part, named(file, number, suffix));
      }
    }
    return named(file, number, "");
  }

  private static Path named(Path file, int number, String suffix) {
    return file.resolveSibling(file.getFileName() + ".damaged-" + number + suffix);
  }
}
