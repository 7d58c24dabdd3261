package org.tidings.feed.local;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;

/// Feeds and threads the person does not want to come across: they are fetched and passed on as
/// before, and nobody learns of it. Thread-safe.
public final class Mutes {

  private final Database database;
  private final FeedNumbers numbers;
  private final FeedEvents events;

  /// `events` tell that there is something else to see.
  public Mutes(Database database, FeedNumbers numbers, FeedEvents events) {
    this.database = database;
    this.numbers = numbers;
    this.events = events;
  }

  public void mute(FeedId feed) {
    change(
        tx ->
            tx.update(
                "INSERT OR IGNORE INTO muted_feeds (feed) VALUES (?)", numbers.numberOf(tx, feed)));
  }

  public void unmute(FeedId feed) {
    change(
        tx -> tx.update("DELETE FROM muted_feeds WHERE feed = ?", numbers.known(feed).orElse(-1)));
  }

  /// A thread by its root.
  public void mute(MessageId root) {
    change(tx -> tx.update("INSERT OR IGNORE INTO muted_threads (root) VALUES (?)", root.bytes()));
  }

  public void unmute(MessageId root) {
    change(tx -> tx.update("DELETE FROM muted_threads WHERE root = ?", root.bytes()));
  }

  private void change(Function<Tx, Integer> change) {
    database.write(Durability.FULL, change::apply);
    events.tell(new FeedEvent.GraphChanged());
  }

  public boolean isMuted(FeedId feed) {
    return database
        .read(
            tx ->
                tx.one(
                    "SELECT 1 FROM muted_feeds WHERE feed = ?",
                    row -> true,
                    numbers.known(feed).orElse(-1)))
        .orElse(false);
  }

  public boolean isMuted(MessageId root) {
    return database
        .read(tx -> tx.one("SELECT 1 FROM muted_threads WHERE root = ?", row -> true, root.bytes()))
        .orElse(false);
  }

  public List<FeedId> feeds() {
    return database
        .read(tx -> tx.list("SELECT feed FROM muted_feeds", row -> numbers.find(row.number(1))))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  public List<MessageId> threads() {
    return database.read(
        tx -> tx.list("SELECT root FROM muted_threads", row -> MessageId.of(row.bytes(1))));
  }
}
