package org.tidings.feed.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.text.Folding;
import org.tidings.feed.text.ShownName;

/// What only we call somebody: shown before any name that was published, and never published.
/// Thread-safe.
public final class Petnames {

  private final Database database;
  private final FeedNumbers numbers;
  private final FeedEvents events;

  /// `events` tell that somebody is called otherwise.
  public Petnames(Database database, FeedNumbers numbers, FeedEvents events) {
    this.database = database;
    this.numbers = numbers;
    this.events = events;
  }

  public Optional<String> of(FeedId feed) {
    return database.read(
        tx ->
            tx.one(
                "SELECT name FROM petnames WHERE feed = ?",
                row -> row.text(1),
                numbers.known(feed).orElse(-1)));
  }

  /// Saves durably; a name of which nothing can be seen removes the petname.
  public void save(FeedId feed, String name) {
    String kept = name.strip();
    database.write(
        Durability.FULL,
        tx ->
            ShownName.of(kept).isEmpty()
                ? tx.update("DELETE FROM petnames WHERE feed = ?", numbers.numberOf(tx, feed))
                : tx.update(
                    "INSERT OR REPLACE INTO petnames (feed, name, folded) VALUES (?, ?, ?)",
                    numbers.numberOf(tx, feed),
                    kept,
                    Folding.fold(kept)));
    events.tell(new FeedEvent.GraphChanged());
  }

  /// All of them, by name.
  public Map<FeedId, String> all() {
    return database.read(
        tx -> {
          Map<FeedId, String> all = new LinkedHashMap<>();
          tx.each(
              "SELECT feed, name FROM petnames ORDER BY folded, feed",
              row -> numbers.find(row.number(1)).ifPresent(feed -> all.put(feed, row.text(2))));
          return all;
        });
  }
}
