package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Folders for the doctor's own copies. Stateless.
public final class Folders {

  /// How those begin in which what can be read of a damaged file is carried into a new one.
  static final String SALVAGE = "salvage-";

  /// How those begin in which indexes are compared.
  static final String COMPARISON = "doctor-";

  private static final Logger log = LoggerFactory.getLogger(Folders.class);

  private Folders() {}

  /// Removes what runs that were cut short have left in a data folder, which may be as large as the
  /// store.
  public static void sweep(Path data) {
    try {
      removeAll(data, SALVAGE);
      removeAll(data, COMPARISON);
    } catch (IOException failure) {
      log.warn("not all could be removed that was only for a while: {}", failure.getMessage());
    }
  }

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
