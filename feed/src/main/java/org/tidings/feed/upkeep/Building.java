package org.tidings.feed.upkeep;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.tidings.feed.event.FeedEvent.GraphChanged;
import org.tidings.feed.event.FeedEvent.IndexesProgressed;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// Builds indexes again beside themselves, as long as the disk has room for more than that: a build
/// takes as much as its index once more and keeps it until it is done, and nobody could post on a
/// disk that it has filled. Confined to the upkeep thread.
final class Building {

  /// So much of the disk is left to everything else.
  private static final long KEPT_FREE = 100L << 20;

  private final Database database;
  private final IndexRunner indexes;
  private final FeedEvents events;
  private final LongSupplier room;
  private final BooleanSupplier isInTheWay;

  /// @param room what the disk has left, in bytes; 0 where nobody knows
  /// @param isInTheWay whether something waits for builds that would make room
  Building(
      Database database,
      IndexRunner indexes,
      FeedEvents events,
      LongSupplier room,
      BooleanSupplier isInTheWay) {
    this.database = database;
    this.indexes = indexes;
    this.events = events;
    this.room = room;
    this.isInTheWay = isInTheWay;
  }

  /// One short transaction. Returns whether there was anything to do. What it brings may change the
  /// graph: contacts of a feed that has come again. Where it has to wait it does not keep what
  /// would make room waiting too: it begins anew after that.
  ///
  /// @throws StoreException of the kind `DISK_FULL` where it has to wait for room
  boolean step() {
    try {
      return advance();
    } catch (StoreException failure) {
      if (failure.kind() == Kind.DISK_FULL && isInTheWay.getAsBoolean()) {
        indexes.setBack(database);
      }
      throw failure;
    }
  }

  private boolean advance() {
    if (isNearlyFull() && database.read(IndexRunner::isBuilding)) {
      throw new StoreException(Kind.DISK_FULL);
    }
    long graphBefore = indexes.graph().revision();
    boolean isDone = indexes.buildStep(database);
    if (indexes.graph().revision() != graphBefore) {
      events.tell(new GraphChanged());
    }
    if (isDone) {
      events.tell(new IndexesProgressed());
    }
    return isDone;
  }

  private boolean isNearlyFull() {
    long left = room.getAsLong();
    return left > 0 && left < KEPT_FREE;
  }
}
