package org.tidings.feed.log;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.event.FeedEvent.FeedDropped;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.StoredEntries;
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

  /// What one step has left of a feed.
  private record Rest(FeedId feed, Optional<Head> head) {}

  /// Has a feed dropped. Nothing of it is taken in from now on, until all of it is gone.
  public void begin(FeedId feed) {
    log.database.write(
        Durability.FULL,
        tx -> {
          int number = log.numbers.numberOf(tx, feed);
          tx.update("INSERT OR IGNORE INTO drops (feed) VALUES (?)", number);
          log.quarantine.end(tx, feed);
          int changed = tx.update("UPDATE feeds SET kept_by_import = 0 WHERE feed = ?", number);
          indexes.graph().keepOnly(log.numbers.kept(tx));
          return changed;
        });
    log.leave(feed);
  }

  /// Takes a few messages out, in one transaction. Returns whether there was anything to do.
  public boolean step() {
    Optional<Integer> next =
        log.database.read(tx -> tx.one("SELECT feed FROM drops LIMIT 1", row -> row.integer(1)));
    next.ifPresent(this::shorten);
    return next.isPresent();
  }

  private void shorten(int feed) {
    Rest rest = appender.change(tx -> new Rest(log.numbers.idOf(feed), cut(tx, feed)));
    log.heads.end(rest.feed, rest.head);
    if (rest.head.isEmpty()) {
      log.left(rest.feed);
      events.tell(new FeedDropped(rest.feed));
    }
  }

  private Optional<Head> cut(Tx tx, int feed) {
    List<Entry> newest = StoredEntries.newestOf(tx, feed, STEP);
    newest.forEach(entry -> indexes.remove(tx, entry));
    Optional<Head> before = log.messages.last(tx, feed);
    before.ifPresent(head -> log.messages.cut(tx, feed, head.sequence().value() - STEP + 1));
    Optional<Head> after = log.messages.last(tx, feed);
    if (after.isEmpty()) {
      tx.update("DELETE FROM drops WHERE feed = ?", feed);
    }
    return after;
  }
}
