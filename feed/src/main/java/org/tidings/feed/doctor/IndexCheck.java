package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tidings.feed.doctor.Replay.Kit;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// Compares what the indexes say with what a replay of the log says, on a copy of the store beside
/// it, so that neither reading nor writing waits for it.
///
/// @param database the store
/// @param folder where the copy is made
record IndexCheck(Database database, Path folder, Kit kit) {

  private static final String COPY = "doctor-";

  /// The indexes that say something else.
  List<Finding> check() {
    try {
      removeLeftovers();
      Path copy = Files.createTempDirectory(folder, COPY);
      try {
        database.copyTo(copy.resolve(Database.FILE));
        return compare(copy);
      } finally {
        remove(copy);
      }
    } catch (IOException failure) {
      throw new StoreException(
          Kind.FAILED, "A copy of the store cannot be made in " + folder + ".", failure);
    }
  }

  private List<Finding> compare(Path copy) {
    try (Replay replay = new Replay(copy, kit)) {
      replay.build();
      Map<String, Long> found = replay.rows();
      replay.outdate();
      replay.build();
      Map<String, Long> right = replay.rows();
      Set<String> tables = new TreeSet<>(found.keySet());
      tables.addAll(right.keySet());
      tables.removeIf(table -> right.getOrDefault(table, 0L).equals(found.getOrDefault(table, 0L)));
      return tables.stream().<Finding>map(Finding.BrokenIndex::new).toList();
    }
  }

  /// Of an examination that was cut short.
  private void removeLeftovers() throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> file.getFileName().toString().startsWith(COPY)).toList();
    }
    for (Path file : old) {
      remove(file);
    }
  }

  private static void remove(Path copy) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(copy)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
