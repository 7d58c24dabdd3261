package org.tidings.feed.upkeep;

import java.util.concurrent.atomic.AtomicBoolean;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Gives pages nobody uses any more back to the disk, a few at a time: whatever waits for the
/// writer comes between. Thread-safe; [#step] is confined to the upkeep thread.
final class Compaction {

  private static final int PAGES = 64;

  private final Database database;
  private final AtomicBoolean wanted = new AtomicBoolean();

  Compaction(Database database) {
    this.database = database;
  }

  void want() {
    wanted.set(true);
  }

  /// One short transaction. Returns whether there is more to do.
  boolean step() {
    if (!wanted.get()) {
      return false;
    }
    boolean isMore = database.writePatiently(Durability.NORMAL, Compaction::shrink);
    if (!isMore) {
      wanted.set(false);
    }
    return isMore;
  }

  private static boolean shrink(Tx tx) {
    tx.exhaust("PRAGMA incremental_vacuum(" + PAGES + ")");
    return tx.one("PRAGMA freelist_count", row -> row.integer(1)).orElse(0) > 0;
  }
}
