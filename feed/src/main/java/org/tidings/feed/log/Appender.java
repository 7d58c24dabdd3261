package org.tidings.feed.log;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.event.FeedEvent.Appended;
import org.tidings.feed.event.FeedEvent.FeedDamaged;
import org.tidings.feed.event.FeedEvent.FeedHealed;
import org.tidings.feed.event.FeedEvent.GraphChanged;
import org.tidings.feed.event.FeedEvent.MessagesAppended;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.Meaning;
import org.tidings.feed.index.Placement;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.message.Chain;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Memory;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Tx;
import org.tidings.feed.store.Work;

/// The one door into the log, for our own messages and for those of others: judges a message by the
/// head of its feed, stores it and brings every index up to date, all in one transaction; what
/// happened is told after the commit. Confined to the thread `feed-writer`.
public final class Appender implements Memory {

  private static final Logger logger = LoggerFactory.getLogger(Appender.class);

  private final FeedLog log;
  private final IndexRunner indexes;
  private final ForkProofs proofs;
  private final FeedEvents events;
  private final InstantSource clock;
  private final ArrivalTimes times;
  private final Mending mending;
  final EarlyTable early;
  private final List<Appended> appended = new ArrayList<>();
  private final Set<FeedId> kept = new HashSet<>();
  private long lastArrival;

  /// The door to this log; takes care of itself when a transaction is undone.
  public Appender(
      FeedLog log, IndexRunner indexes, ForkProofs proofs, FeedEvents events, InstantSource clock) {
    this.log = log;
    this.indexes = indexes;
    this.proofs = proofs;
    this.events = events;
    this.clock = clock;
    this.times = new ArrivalTimes(clock);
    this.early = new EarlyTable(log, proofs, clock);
    this.mending = new Mending(log, indexes, early);
    if (!log.database.isReadOnly()) {
      log.database.write(Durability.NORMAL, log.messages::mendLastArrival);
    }
    this.lastArrival = log.database.read(this::reloaded);
    log.database.afterRollback(this);
  }

  /// Reads what is kept in memory, but for what others keep.
  private long reloaded(Tx tx) {
    early.reload(tx);
    return log.messages.lastArrival(tx);
  }

  /// Runs work that appends in one transaction, and tells what happened after its commit.
  <T> T transaction(Durability durability, Work<T> work) {
    long graphBefore = indexes.graph().revision();
    long arrivalBefore = lastArrival;
    T result =
        log.database.transaction(
            durability,
            tx -> {
              T done = work.in(tx);
              mending.settle(tx);
              if (!appended.isEmpty() || lastArrival != arrivalBefore) {
                indexes.beforeCommit(tx, lastArrival);
              }
              return done;
            });
    committed(indexes.graph().revision() != graphBefore);
    return result;
  }

  /// Changes indexes without appending, in one transaction on the writer's thread, and waits for
  /// it; nobody hurries. On any other thread.
  public <T> T change(Work<T> work) {
    return log.database.callPatiently(
        () -> {
          long graphBefore = indexes.graph().revision();
          T result =
              log.database.transaction(
                  Durability.NORMAL,
                  tx -> {
                    T done = work.in(tx);
                    indexes.settle(tx);
                    return done;
                  });
          log.heads.commit();
          if (indexes.graph().revision() != graphBefore) {
            events.tell(new GraphChanged());
          }
          return result;
        });
  }

  /// Shows what was read in a private message to every index.
  public void applyDecrypted(Tx tx, Entry decrypted) {
    indexes.applyDecrypted(tx, decrypted);
  }

  /// Something of this feed after sequence `sound` is damaged: it seems to end before that until
  /// the messages after it have come again. Where their bytes are right all the same, only what
  /// their rows say beside them was not, and is so now. Waits for it; nobody hurries. On any other
  /// thread.
  public void quarantine(FeedId feed, long sound) {
    OptionalLong next = OptionalLong.of(sound);
    while (next.isPresent()) {
      long from = next.getAsLong();
      next = log.database.callPatiently(() -> quarantined(feed, sound, from, false));
    }
  }

  /// As [#quarantine], and the feed ends there even where the bytes behind it are right. On the
  /// writer's thread.
  void quarantineFrom(FeedId feed, long sound) {
    OptionalLong next = OptionalLong.of(sound);
    while (next.isPresent()) {
      next = quarantined(feed, sound, next.getAsLong(), true);
    }
  }

  /// As [#quarantine], without waiting, and only if something there is still damaged when its turn
  /// comes: it may have come again meanwhile. Where nothing can be written, nothing is done.
  public void quarantineSoon(FeedId feed, long sound) {
    if (!log.database.isReadOnly()) {
      log.database.onWriter(() -> quarantineIfDamaged(feed, sound, sound));
    }
  }

  private void quarantineIfDamaged(FeedId feed, long sound, long from) {
    quarantined(feed, sound, from, false)
        .ifPresent(next -> later(() -> quarantineIfDamaged(feed, sound, next)));
  }

  /// Lets whoever waits for the writer come before. What is left when the store is closed shows
  /// again when it is looked at again.
  private void later(Runnable task) {
    try {
      onWriter(task);
    } catch (StoreException closed) {
      logger.debug("not gone on with: {}", closed.sentence());
    }
  }

  /// Takes early posts out whose rows are damaged.
  public void dropDamagedEarlyPosts() {
    log.database.callPatiently(
        () ->
            transaction(
                Durability.FULL,
                tx -> {
                  early.remove(tx, EarlyTable.damaged(tx));
                  return true;
                }));
  }

  /// Takes out the messages whose row names nobody or no place, as far as they have come again.
  /// Returns how many.
  public int dropStrays() {
    return log.database.callPatiently(() -> transaction(Durability.FULL, log.messages::dropStrays));
  }

  /// Feeds that are sound only up to some message, and so fetched again from there.
  public Set<FeedId> damaged() {
    return log.damaged();
  }

  /// Whether something of the file could not be read, or written to it, since the start.
  public boolean isFileDamaged() {
    return log.database.isDamaged();
  }

  /// Whether newest messages may have been lost when the store was opened.
  public boolean isEndLost() {
    return log.database.lost().isPresent();
  }

  /// Whether the last write found the disk full.
  public boolean isDiskFull() {
    return log.database.isFull();
  }

  /// Ends a feed in quarantine for good where it is sound.
  void giveUpTail(Tx tx, FeedId feed) {
    mending.giveUp(tx, feed);
  }

  /// Looks at the next messages, and ends the feed before the first that is damaged or missing.
  /// Returns behind which to look on.
  ///
  /// @param from up to where they are sound
  /// @param isCertain whether the feed ends at `sound` even where the bytes behind it are right
  private OptionalLong quarantined(FeedId feed, long sound, long from, boolean isCertain) {
    if (log.headSequence(feed) <= sound) {
      return OptionalLong.empty();
    }
    return transaction(
        Durability.FULL,
        tx -> {
          Mending.Look look = mending.look(tx, feed, from);
          switch (look.found()) {
            case MORE -> {
              return OptionalLong.of(look.sound());
            }
            case DAMAGE -> mending.quarantine(tx, feed, look.sound());
            case END -> {
              if (isCertain) {
                mending.quarantine(tx, feed, sound);
              }
            }
          }
          return OptionalLong.empty();
        });
  }

  private void goOn(FeedId feed) {
    transaction(
        Durability.FULL,
        tx -> {
          mending.goOn(tx, feed, () -> ++lastArrival);
          return true;
        });
  }

  /// Sees to it that everything committed so far is on disk.
  void makeDurable() {
    log.database.sync();
  }

  void onWriter(Runnable task) {
    log.database.onWriter(task);
  }

  boolean isWriterAwaited() {
    return log.database.isWriterAwaited();
  }

  /// Stores the message if it continues its feed.
  ///
  /// @param origin none when it was written here
  Verdict append(Tx tx, Message message, Meaning meaning, Optional<Origin> origin) {
    if (log.drops.hold(message.author())) {
      return new Verdict.Unwanted();
    }
    Verdict verdict =
        Chain.judge(
            message,
            log.heads.tip(message.author()),
            id -> log.messages.holds(tx, message.author(), message.sequence(), id));
    if (verdict instanceof Verdict.Accepted) {
      store(tx, message, meaning, origin);
    } else if (verdict instanceof Verdict.Forked && mending.isOurFault(tx, message)) {
      return new Verdict.Unstored(StoringFault.FEED_DAMAGED);
    } else if (verdict instanceof Verdict.Forked) {
      proofs.keep(tx, message, clock.millis());
    }
    return verdict;
  }

  /// Marks the feed "kept by import".
  void keep(Tx tx, FeedId feed) {
    if (kept.add(feed)) {
      log.numbers.keep(tx, feed);
      indexes.graph().keep(feed);
    }
  }

  /// Takes nothing of the feed in from now on, until all of it is gone, and keeps it no more.
  void drop(Tx tx, FeedId feed) {
    log.drops.begin(tx, feed);
    early.drop(tx, feed);
    kept.remove(feed);
    log.numbers.keepNoMore(tx, feed);
    indexes.graph().keepOnly(log.numbers.kept(tx));
  }

  private void store(Tx tx, Message message, Meaning meaning, Optional<Origin> origin) {
    boolean comesAgain = log.quarantine.holds(message.author());
    if (!comesAgain || mending.isNewest(tx, message)) {
      Entry entry = entry(tx, message, meaning, OptionalLong.empty());
      log.messages.insert(tx, entry, origin);
      indexes.apply(tx, entry);
    } else if (!mending.mend(tx, message)) {
      Entry entry = entry(tx, message, meaning, mending.place(tx, message));
      log.messages.insert(tx, entry, origin);
      indexes.applyOlder(tx, entry);
    }
    log.heads.append(message.author(), message.asHead());
    early.reached(tx, message);
    if (comesAgain) {
      mending.goOn(tx, message, () -> ++lastArrival);
    }
    appended.add(new Appended(message.author(), message.sequence(), message.id(), message.type()));
  }

  /// @param place among those that have arrived; none for one that is new
  private Entry entry(Tx tx, Message message, Meaning meaning, OptionalLong place) {
    int feed = log.numbers.numberOf(tx, message.author());
    long before = message.sequence().value() - 1;
    Supplier<Optional<Placement>> last = () -> log.messages.placement(tx, feed, before);
    Placement placement =
        place.isPresent()
            ? Placement.of(message.timestamp(), received(tx, place.getAsLong()), last)
            : times.place(tx, message.timestamp(), last);
    long arrival = place.orElseGet(() -> ++lastArrival);
    return new Entry(arrival, placement, feed, message, meaning);
  }

  private long received(Tx tx, long place) {
    return log.messages.receivedBefore(tx, place, clock.millis());
  }

  private void committed(boolean graphChanged) {
    log.heads.commit();
    if (!appended.isEmpty()) {
      events.tell(new MessagesAppended(appended));
    }
    mending.damaged.forEach(feed -> events.tell(new FeedDamaged(feed)));
    mending.healed.forEach(feed -> events.tell(new FeedHealed(feed)));
    mending.unfinished.forEach(feed -> later(() -> goOn(feed)));
    mending.clear();
    appended.clear();
    if (graphChanged) {
      events.tell(new GraphChanged());
    }
  }

  @Override
  public void reload(Tx tx) {
    log.heads.rollBack();
    appended.clear();
    kept.clear();
    mending.clear();
    log.numbers.reload(tx);
    log.quarantine.reload(tx);
    log.drops.reload(tx);
    indexes.reload(tx);
    indexes.graph().keepOnly(log.numbers.kept(tx));
    lastArrival = reloaded(tx);
  }
}
