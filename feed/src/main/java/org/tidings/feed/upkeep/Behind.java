package org.tidings.feed.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tidings.feed.conversation.SecondReader;
import org.tidings.feed.event.FeedEvent.FeedHealed;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.Reading;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// What goes on behind everybody's back, and how far it is. Thread-safe.
public final class Behind implements AutoCloseable {

  private static final int PAUSES = 20;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Database database;
  private final IndexRunner indexes;
  private final Storage storage;
  private final Packing packing;
  private final Upkeep upkeep;
  private final Subscription subscription;
  private final AtomicInteger pausesLeft = new AtomicInteger();

  /// Starts upkeep.
  ///
  /// @param first what is done before anything else, a step at a time
  public Behind(
      Reading reading,
      FeedEvents events,
      IndexRunner indexes,
      FeedRemoval removal,
      List<BooleanSupplier> first) {
    this.database = reading.database();
    this.indexes = indexes;
    packing = new Packing(database, database::room);
    Compaction compaction = new Compaction(database, packing);
    Leftovers leftovers = new Leftovers(database);
    Building building = new Building(database, indexes, events, database::room, removal::isHeldUp);
    List<BooleanSupplier> works = new ArrayList<>(first);
    works.addAll(
        List.of(
            // Before builds, or what they replace would add to what they take.
            () -> compaction.after(leftovers.step()),
            () -> waitForMore() || building.step(),
            () -> compaction.after(removal.step()),
            compaction::step,
            packing::step,
            this::rest));
    this.upkeep = new Upkeep(events, works);
    this.storage = new Storage(reading, removal, compaction, indexes.tables(), upkeep);
    this.subscription =
        events.subscribe(
            event -> {
              if (event instanceof FeedHealed) {
                pausesLeft.set(PAUSES);
              }
            });
  }

  public Storage storage() {
    return storage;
  }

  /// Comes last: nothing else is left to do for now.
  private boolean rest() {
    database.rest();
    return false;
  }

  /// Each feed that comes again has all builds begin anew. So while there are more to come they
  /// begin a while after the last. Returns whether that goes on.
  private boolean waitForMore() {
    boolean isWaiting =
        pausesLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0 && isMoreToCome();
    if (isWaiting) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return isWaiting;
  }

  private boolean isMoreToCome() {
    return database.read(
        tx ->
            IndexRunner.isBuilding(tx)
                && tx.one("SELECT 1 FROM quarantine LIMIT 1", row -> true).isPresent());
  }

  /// The indexes that are behind the log; that of private messages also while they are being read.
  public List<IndexProgress> indexing() {
    return database.read(
        tx -> {
          List<IndexProgress> behind = new ArrayList<>(IndexRunner.progress(tx));
          SecondReader.progress(tx)
              .filter(read -> behind.stream().noneMatch(index -> isSame(index, read)))
              .ifPresent(behind::add);
          return behind;
        });
  }

  private static boolean isSame(IndexProgress index, IndexProgress other) {
    return index.index().equals(other.index());
  }

  /// The names of the indexes that can be built again beside themselves.
  public List<String> names() {
    return indexes.names();
  }

  /// Builds an index again beside itself, or all of them when no name is given.
  public void rebuild(String name) {
    begin(tx -> indexes.startBuild(tx, name));
  }

  /// Builds every index again from the log alone, because nothing they hold can be trusted: private
  /// messages are opened once more, too.
  public void rebuildFromNothing() {
    begin(indexes::restartBuilds);
  }

  private void begin(Consumer<Tx> builds) {
    database.write(
        Durability.FULL,
        tx -> {
          builds.accept(tx);
          return true;
        });
    upkeep.call();
  }

  /// Says that there may be something to do.
  public void call() {
    upkeep.call();
  }

  @Override
  public void close() {
    packing.close();
    subscription.close();
    upkeep.close();
  }
}
