package org.tidings.feed.log;

import java.util.Optional;
import org.tidings.feed.event.FeedEvent.FeedDropped;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.StoredEntries;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.message.Head;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Takes whole feeds out of the log and the indexes, newest messages first and a few at a time, so
/// that what is left of a feed is always a feed. What was begun goes on after a restart.
/// Thread-safe; [#step] is confined to the upkeep thread.
public final class FeedRemoval {

  private static final int STEP = 200;

  private final FeedLog log;
  private final Appender appender;
  private final IndexRunner indexes;
  private final FeedEvents events;

  public FeedRemoval(FeedLog log, Appender appender, IndexRunner indexes, FeedEvents events) {
    this.log = log;
    this.appender = appender;
    this.indexes = indexes;
    this.events = events;
  }

  /// Has a feed dropped. Nothing of it is taken in from now on, until all of it is gone.
  public void begin(FeedId feed) {
    log.database.call(
        () ->
            appender.transaction(
                Durability.FULL,
                tx -> {
                  appender.drop(tx, feed);
                  return true;
                }));
  }

  /// Takes a few messages out, in one transaction, but nothing while the build of an index is under
  /// way, which might know them otherwise than the log. One that is begun meanwhile holds nothing
  /// yet, and is brought further on this thread alone. Returns whether there was anything to do.
  public boolean step() {
    Optional<FeedId> next =
        log.database.read(tx -> IndexRunner.isUnderWay(tx) ? Optional.empty() : log.drops.next(tx));
    next.ifPresent(this::shorten);
    return next.isPresent();
  }

  /// Whether a feed is to be dropped and builds of indexes have to end or to begin anew before.
  public boolean isHeldUp() {
    return log.database.read(tx -> IndexRunner.isUnderWay(tx) && log.drops.next(tx).isPresent());
  }

  private void shorten(FeedId feed) {
    boolean isGone = appender.change(tx -> cut(tx, feed));
    if (isGone) {
      events.tell(new FeedDropped(feed));
    }
  }

  private boolean cut(Tx tx, FeedId feed) {
    int number = log.numbers.numberOf(tx, feed);
    StoredEntries.Tail tail = StoredEntries.tailOf(tx, number, STEP);
    tail.entries().forEach(entry -> indexes.remove(tx, entry));
    log.messages.cut(tx, number, tail.from());
    if (!tail.isSound() && !log.quarantine.holds(feed)) {
      log.quarantine.begin(tx, feed, tail.from() - 1, tail.from() - 1);
    }
    boolean isGone = log.messages.last(tx, number).isEmpty();
    if (isGone) {
      end(tx, feed, number);
    }
    log.heads.set(feed, left(tx, feed, number));
    return isGone;
  }

  /// What peers told of the feed would be taken to be settled, where it comes to as much as is here
  /// now, while they remember what we had. What a damaged message once said is not known any more,
  /// and can only be left out of the indexes by building them anew.
  private void end(Tx tx, FeedId feed, int number) {
    log.drops.end(tx, feed);
    PeerMemory.forget(tx, number);
    if (log.quarantine.holds(feed)) {
      log.quarantine.end(tx, feed);
      indexes.restartBuilds(tx);
    }
  }

  /// Where the feed seems to end now: not behind the damage where it seemed to end before.
  private Optional<Head> left(Tx tx, FeedId feed, int number) {
    return log.heads
        .tip(feed)
        .flatMap(head -> log.messages.headAt(tx, number, head.sequence().value()));
  }
}
