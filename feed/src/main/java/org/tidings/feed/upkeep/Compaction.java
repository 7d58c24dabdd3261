package org.tidings.feed.upkeep;

import java.util.concurrent.atomic.AtomicBoolean;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Gives pages nobody uses any more back to the disk, a few at a time: whatever waits for the
/// writer comes between. What was not finished is seen in the file at the next start. Thread-safe;
/// [#step] is confined to the upkeep thread.
final class Compaction {

  private static final int PAGES = 64;

  /// A file in use always has some free pages, which are written again soon; more than one in so
  /// many are something that was dropped.
  private static final int USUAL = 50;

  private final Database database;
  private final AtomicBoolean wanted;

  Compaction(Database database) {
    this.database = database;
    this.wanted = new AtomicBoolean(database.read(Compaction::isWorthwhile));
  }

  private static boolean isWorthwhile(Tx tx) {
    return free(tx) > pragma(tx, "page_count") / USUAL;
  }

  /// From any thread.
  void want() {
    wanted.set(true);
  }

  /// Wanted after something was taken out of the file. Returns whether something was.
  boolean after(boolean wasTaken) {
    if (wasTaken) {
      want();
    }
    return wasTaken;
  }

  /// One short transaction. Returns whether there is more to do.
  boolean step() {
    if (!wanted.getAndSet(false)) {
      return false;
    }
    boolean isMore = true;
    try {
      isMore = database.writePatiently(Durability.NORMAL, Compaction::shrink);
    } finally {
      if (isMore) {
        want();
      }
    }
    return isMore;
  }

  private static boolean shrink(Tx tx) {
    tx.exhaust("PRAGMA incremental_vacuum(" + PAGES + ")");
    return free(tx) > 0;
  }

  private static long free(Tx tx) {
    return pragma(tx, "freelist_count");
  }

  private static long pragma(Tx tx, String name) {
    return tx.one("PRAGMA " + name, row -> row.number(1)).orElse(0L);
  }
}
