package org.tidings.feed.upkeep;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;
import org.tidings.feed.told.Told;

/// Writes the whole file anew when somebody asks for that. What is dropped leaves pages of the log
/// half empty that hold messages of others as well: nothing is ever added there, and only whole
/// pages can be given back as they are. Whoever is in a hurry to write comes first, and then it
/// begins again. What was asked for is forgotten when the program ends. Thread-safe; [#step] is
/// confined to the upkeep thread.
final class Packing {

  private static final int MOST_TRIES = 10;

  /// The copy, and what the write-ahead log takes while it takes the place of the file.
  private static final int COPIES = 2;

  private static final long MEGA = 1_000_000;

  private final Database database;
  private final LongSupplier room;
  private final AtomicInteger triesLeft = new AtomicInteger();
  private volatile Optional<Told> refusal = Optional.empty();
  private volatile boolean closing;

  /// @param room what the disk has left, in bytes
  Packing(Database database, LongSupplier room) {
    this.database = database;
    this.room = room;
  }

  /// From any thread.
  void want() {
    refusal = Optional.empty();
    triesLeft.set(MOST_TRIES);
  }

  /// Whether that is still to be done.
  boolean isWanted() {
    return triesLeft.get() > 0;
  }

  /// Why it was not done when it was asked for last; empty when it was, or is still to be.
  Optional<Told> refusal() {
    return refusal;
  }

  /// Has a try under way end soon, and lets no other begin.
  void close() {
    closing = true;
  }

  /// Tries once, if it is wanted. Returns whether it has to be tried again.
  boolean step() {
    if (closing || !isWanted()) {
      return false;
    }
    long needed = COPIES * database.read(Packing::used);
    if (room.getAsLong() < needed) {
      refuse(noRoom(needed));
    } else {
      pack(needed);
    }
    return isWanted();
  }

  private void pack(long needed) {
    try {
      database.repack(() -> closing);
      triesLeft.set(0);
    } catch (StoreException failure) {
      if (failure.kind() == Kind.DISK_FULL) {
        refuse(noRoom(needed));
      } else if (failure.kind() != Kind.CANCELLED) {
        refuse(Told.of(failure.kind()));
        throw failure;
      } else if (!closing && triesLeft.decrementAndGet() == 0) {
        refuse(Told.of(Obstacle.OTHERS_WRITE));
      }
    }
  }

  private void refuse(Told why) {
    refusal = Optional.of(why);
    triesLeft.set(0);
  }

  private static Told noRoom(long needed) {
    return Told.of(Obstacle.NO_ROOM_TO_PACK, String.valueOf(needed / MEGA + 1));
  }

  private static long used(Tx tx) {
    return tx.one(
            "SELECT (page_count - freelist_count) * page_size"
                + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
            row -> row.number(1))
        .orElseThrow();
  }
}
