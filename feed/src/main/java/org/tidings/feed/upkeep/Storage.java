package org.tidings.feed.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.index.Reading;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;
import org.tidings.feed.told.Told;

/// What is on disk, whose it is, and how to have less of it. Dropping and compacting go on behind;
/// events tell how far they have come. Thread-safe.
public final class Storage {

  private final Reading reading;
  private final FeedRemoval removal;
  private final Compaction compaction;
  private final Set<String> derived;
  private final Upkeep upkeep;

  /// @param derived the tables of all indexes
  Storage(
      Reading reading,
      FeedRemoval removal,
      Compaction compaction,
      Set<String> derived,
      Upkeep upkeep) {
    this.reading = reading;
    this.removal = removal;
    this.compaction = compaction;
    this.derived = derived;
    this.upkeep = upkeep;
  }

  /// What one feed takes.
  ///
  /// @param bytes of its messages as they were signed
  public record FeedSize(FeedId feed, long messages, long bytes) {}

  /// What several feeds take together.
  ///
  /// @param bytes of their messages as they were signed
  public record Sum(long feeds, long messages, long bytes) {}

  /// Whose the messages are.
  ///
  /// @param largest the feeds that take most, the most first
  public record Shares(List<FeedSize> largest, Sum others) {}

  /// What the database takes, in bytes.
  ///
  /// @param free of it, in pages nobody uses
  public record Total(long bytes, long free) {}

  /// What is left of what was begun.
  ///
  /// @param messages of feeds that are being dropped
  /// @param file its bytes
  /// @param free of them, in pages nobody uses
  public record Left(long messages, long file, long free) {}

  /// At most `limit` feeds, largest first.
  public List<FeedSize> feeds(int limit) {
    return reading.database().read(tx -> largest(tx, limit));
  }

  private List<FeedSize> largest(Tx tx, int limit) {
    return tx.list(
        "SELECT feed, messages, bytes FROM feed_sizes WHERE messages > 0"
            + " ORDER BY bytes DESC, feed LIMIT ?",
        this::size,
        limit);
  }

  /// The same, and what all others take.
  public Shares shares(int limit) {
    return reading.database().read(tx -> shares(largest(tx, limit), everybody(tx)));
  }

  private static Shares shares(List<FeedSize> largest, Sum all) {
    Sum others =
        new Sum(
            all.feeds - largest.size(),
            all.messages - largest.stream().mapToLong(FeedSize::messages).sum(),
            all.bytes - largest.stream().mapToLong(FeedSize::bytes).sum());
    return new Shares(largest, others);
  }

  private static Sum everybody(Tx tx) {
    return tx.one(
            "SELECT count(*), coalesce(sum(messages), 0), coalesce(sum(bytes), 0)"
                + " FROM feed_sizes WHERE messages > 0",
            row -> new Sum(row.number(1), row.number(2), row.number(3)))
        .orElseThrow();
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
    return reading.database().read(Storage::total);
  }

  private static Total total(Tx tx) {
    return new Total(pragma(tx, "page_size") * pragma(tx, "page_count"), free(tx));
  }

  /// What it is full of. Looks at every page of it but those of the log.
  public DiskUse use() {
    return reading.database().read(tx -> DiskUse.of(tx, derived, total(tx)));
  }

  /// What is here of feeds by how far they are: ourselves, the rings that are fetched, and the one
  /// beyond.
  public List<Ring> rings() {
    return reading.database().read(tx -> Ring.all(tx, reading));
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
    upkeep.call();
  }

  /// About how many bytes go back to the disk by themselves when these feeds are dropped. The rest
  /// of what they take lies on pages with messages of others, and takes [#compact].
  public long returns(List<FeedId> feeds) {
    Sum all = sum(feeds);
    List<Integer> numbers = feeds.stream().map(reading::numberOf).toList();
    long returned = reading.database().read(tx -> WholePages.messages(tx, numbers));
    return all.messages() == 0 ? 0 : returned * all.bytes() / all.messages();
  }

  private Sum sum(List<FeedId> feeds) {
    List<FeedSize> sizes = feeds.stream().map(this::of).toList();
    return new Sum(
        sizes.size(),
        sizes.stream().mapToLong(FeedSize::messages).sum(),
        sizes.stream().mapToLong(FeedSize::bytes).sum());
  }

  /// The feeds that are being dropped, until all of them is gone.
  public Set<FeedId> dropping() {
    return reading.database().read(this::dropping);
  }

  private Set<FeedId> dropping(Tx tx) {
    return Set.copyOf(
        tx.list(
            "SELECT feed FROM drops JOIN feeds USING (feed) WHERE feed <> ?",
            row -> reading.numbers().idOf(row.integer(1)),
            reading.self()));
  }

  /// Those we block of whom something is stored.
  public List<FeedSize> blocked() {
    return reading
        .database()
        .read(
            tx ->
                tx.list(
                    "SELECT feed, messages, bytes FROM reach JOIN feed_sizes USING (feed)"
                        + " WHERE hops = ? AND messages > 0 ORDER BY feed",
                    this::size,
                    Hops.BLOCKED.value()));
  }

  /// Gives the disk all the file does not need: what is free in it, and what lies between messages,
  /// for which the file is written anew.
  public void compact() {
    compaction.wantAll();
    upkeep.call();
  }

  /// What is still to be done.
  public Left left() {
    return reading
        .database()
        .read(
            tx ->
                new Left(
                    tx.one(
                            "SELECT coalesce(sum((SELECT max(sequence) FROM messages m"
                                + " WHERE m.feed = d.feed)), 0) FROM drops d WHERE d.feed <> ?",
                            row -> row.number(1),
                            reading.self())
                        .orElse(0L),
                    pragma(tx, "page_size") * pragma(tx, "page_count"),
                    free(tx)));
  }

  /// Whether something is being done. Also false where that had to wait for better times.
  public boolean isBusy() {
    return upkeep.isBusy();
  }

  /// Why what is left has to wait for better times; empty when it need not.
  public Optional<Told> obstacle() {
    return upkeep.obstacle();
  }

  /// Whether the file is still to be written anew, as [#compact] asked for.
  public boolean isPacking() {
    return compaction.packing().isWanted();
  }

  /// Why it was not, when that was asked for last; empty when it was, or is still to be.
  public Optional<Told> refusal() {
    return compaction.packing().refusal();
  }

  private FeedSize size(Row row) {
    return new FeedSize(reading.numbers().idOf(row.integer(1)), row.number(2), row.number(3));
  }

  private static long free(Tx tx) {
    return pragma(tx, "page_size") * pragma(tx, "freelist_count");
  }

  private static long pragma(Tx tx, String name) {
    return tx.one("PRAGMA " + name, row -> row.number(1)).orElse(0L);
  }
}
