package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidings.feed.doctor.Replay.Kit;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;

/// Compares what the indexes say with what a replay of the log says, on a copy of the store beside
/// it, so that neither reading nor writing waits for it.
///
/// @param database the store
/// @param folder where the copy is made
record IndexCheck(Database database, Path folder, Kit kit) {

  private static final String NO_ROOM =
      "The file, the key, all messages and all notes are sound. To compare the indexes takes as"
          + " much disk as the store, and that is not free: 'doctor --quick' leaves them out.";

  /// The indexes that say something else.
  List<Finding> check() {
    try {
      Path copy = Folders.fresh(folder, Folders.COMPARISON);
      try {
        database.copyTo(copy.resolve(Database.FILE));
        return compare(copy);
      } finally {
        Folders.removeAll(folder, Folders.COMPARISON);
      }
    } catch (IOException failure) {
      throw StoreException.ofFile(
              "A copy of the store cannot be made in " + folder + ".", folder, failure)
          .orWhenFull(NO_ROOM);
    } catch (StoreException failure) {
      throw failure.orWhenFull(NO_ROOM);
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
}
