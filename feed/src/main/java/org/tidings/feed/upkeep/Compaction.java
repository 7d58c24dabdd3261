package org.tidings.feed.upkeep;

import java.util.concurrent.atomic.AtomicBoolean;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Gives pages nobody uses any more back to the disk, a few at a time: whatever waits for the
/// writer comes between. What was not finished is seen in the file at the next start, with the few
/// pages that everyday use had left free. Thread-safe;
/// [#step] is confined to the upkeep thread.
final class Compaction {

  private static final int PAGES = 64;

  private final Database database;
  private final Packing packing;
  private final AtomicBoolean wanted;

  Compaction(Database database, Packing packing) {
    this.database = database;
    this.packing = packing;
    this.wanted = new AtomicBoolean(!database.isReadOnly() && database.read(tx -> free(tx) > 0));
  }

  /// From any thread.
  void want() {
    wanted.set(true);
  }

  /// All there is to give: also what lies between messages. From any thread.
  void wantAll() {
    want();
    packing.want();
  }

  Packing packing() {
    return packing;
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
    return tx.one("PRAGMA freelist_count", row -> row.number(1)).orElse(0L);
  }
}
