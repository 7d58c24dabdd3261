package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Where damaged files go: beside themselves, under names nobody has yet. Stateless.
final class Aside {

  /// What SQLite keeps beside a database belongs to it.
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

  private Aside() {}

  /// Renames the file, has another one take its place, and answers what it is called now. Where
  /// that fails everything is where it was.
  static Path put(Path file, Path successor) throws IOException {
    int number = 1;
    while (Files.exists(named(file, number, ""))) {
      number++;
    }
    SequencedMap<Path, Path> moves = new LinkedHashMap<>();
    for (String suffix : SUFFIXES) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(part)) {
        moves.put(part, named(file, number, suffix));
      }
    }
    SequencedMap<Path, Path> moved = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Files.move(move.getKey(), move.getValue());
        moved.put(move.getKey(), move.getValue());
      }
      Files.move(successor, file);
    } catch (IOException failure) {
      for (Map.Entry<Path, Path> move : moved.reversed().entrySet()) {
        Files.move(move.getValue(), move.getKey());
      }
      throw failure;
    }
    return named(file, number, "");
  }

  private static Path named(Path file, int number, String suffix) {
    return file.resolveSibling(file.getFileName() + ".damaged-" + number + suffix);
  }
}
