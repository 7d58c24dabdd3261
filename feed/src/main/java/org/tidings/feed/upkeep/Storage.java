package org.tidings.feed.upkeep;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.index.Reading;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// What is on disk, whose it is, and how to have less of it. Dropping and compacting go on behind;
/// events tell how far they have come. Thread-safe.
public final class Storage {

  private final Reading reading;
  private final FeedRemoval removal;
  private final Compaction compaction;
  private final Runnable call;

  /// @param call has upkeep look for work
  Storage(Reading reading, FeedRemoval removal, Compaction compaction, Runnable call) {
    this.reading = reading;
    this.removal = removal;
    this.compaction = compaction;
    this.call = call;
  }

  /// What one feed takes.
  ///
  /// @param bytes of its messages as they were signed
  public record FeedSize(FeedId feed, long messages, long bytes) {}

  /// What the database takes, in bytes.
  ///
  /// @param free of it, in pages nobody uses
  public record Total(long bytes, long free) {}

  /// At most `limit` feeds, largest first, after the given one (of none to start with).
  public List<FeedSize> feeds(Optional<FeedSize> after, int limit) {
    return reading
        .database()
        .read(
            tx ->
                tx.list(
                    "SELECT feed, messages, bytes FROM feed_sizes WHERE messages > 0"
                        + " AND (-bytes, feed) > (?, ?) ORDER BY bytes DESC, feed LIMIT ?",
                    this::size,
                    after.map(size -> -size.bytes()).orElse(Long.MIN_VALUE),
                    after.map(size -> reading.numberOf(size.feed())).orElse(0),
                    limit));
  }

  public FeedSize of(FeedId feed) {
    return reading
        .database()
        .read(
            tx ->
                tx.one(
                    "SELECT feed, messages, bytes FROM feed_sizes WHERE feed = ?",
                    this::size,
                    reading.numberOf(feed)))
        .orElse(new FeedSize(feed, 0, 0));
  }

  public Total total() {
    return reading
        .database()
        .read(
            tx -> {
              long page = pragma(tx, "page_size");
              return new Total(
                  page * pragma(tx, "page_count"), page * pragma(tx, "freelist_count"));
            });
  }

  /// Drops everything a feed wrote, and gives the disk back. It is fetched again only when somebody
  /// wants it.
  ///
  /// @throws IllegalArgumentException when it is our own
  public void drop(FeedId feed) {
    if (feed.equals(reading.graph().self())) {
      throw new IllegalArgumentException("our own feed is never dropped");
    }
    removal.begin(feed);
    call.run();
  }

  /// Drops what those wrote whom we block. Returns how many feeds that were.
  public int dropBlocked() {
    List<FeedId> blocked =
        reading
            .database()
            .read(
                tx ->
                    tx.list(
                        "SELECT r.feed FROM reach r JOIN feed_sizes s USING (feed)"
                            + " WHERE r.hops = ? AND s.messages > 0",
                        row -> reading.numbers().idOf(row.integer(1)),
                        Hops.BLOCKED.value()));
    blocked.forEach(removal::begin);
    call.run();
    return blocked.size();
  }

  /// Gives the disk what is free in the file.
  public void compact() {
    compaction.want();
    call.run();
  }

  private FeedSize size(Row row) {
    return new FeedSize(reading.numbers().idOf(row.integer(1)), row.number(2), row.number(3));
  }

  private static long pragma(Tx tx, String name) {
    return tx.one("PRAGMA " + name, row -> row.number(1)).orElse(0L);
  }
}
