package org.tidings.feed.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files below a folder at one moment. Immutable.
///
/// @param files their contents by their paths in the folder
record Snapshot(Map<Path, byte[]> files) {

  /// As they are now.
  static Snapshot of(Path folder) throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    for (Path file : list(folder)) {
      files.put(folder.relativize(file), Files.readAllBytes(file));
    }
    return new Snapshot(files);
  }

  /// Makes them so again. Files that are there stay the same ones, by which the store knows them.
  void restore(Path folder) throws IOException {
    for (Path file : list(folder)) {
      if (!files.containsKey(folder.relativize(file))) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private static Set<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }
}
