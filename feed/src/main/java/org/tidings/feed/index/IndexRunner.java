package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.message.Decoded;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Memory;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Keeps all indexes in step with the log. The table `indexes` says for each by which version it
/// was built and up to which arrival. Confined to the thread `feed-writer`.
public final class IndexRunner implements Memory {

  private static final Logger log = LoggerFactory.getLogger(IndexRunner.class);

  /// Messages replayed in one transaction.
  private static final int REPLAY_STEP = 2_000;

  private final SocialGraph graph;
  private final List<Index> indexes;

  /// All indexes there are; the graph is kept up to date by one of them.
  public IndexRunner(FeedNumbers numbers, SocialGraph graph) {
    this.graph = graph;
    this.indexes =
        List.of(
            new ThreadIndex(),
            new VoteIndex(),
            new ProfileIndex(numbers),
            new ContactIndex(numbers, graph));
  }

  public SocialGraph graph() {
    return graph;
  }

  /// Makes the indexes that are missing, and builds those again that another version of the program
  /// built.
  public void open(Database database) {
    for (Index index : indexes) {
      boolean fresh = database.write(Durability.FULL, tx -> prepare(tx, index));
      if (fresh) {
        replay(database, index);
      }
    }
    database.write(
        Durability.NORMAL,
        tx -> {
          reload(tx);
          indexes.forEach(index -> index.opened(tx));
          return true;
        });
  }

  private static boolean prepare(Tx tx, Index index) {
    Optional<Integer> found =
        tx.one("SELECT version FROM indexes WHERE name = ?", row -> row.integer(1), index.name());
    if (found.equals(Optional.of(index.version())) && offset(tx, index) >= lastArrival(tx)) {
      return false;
    }
    if (!found.equals(Optional.of(index.version()))) {
      index.drop(tx);
      index.create(tx);
      tx.update(
          "INSERT OR REPLACE INTO indexes (name, version, arrival) VALUES (?, ?, 0)",
          index.name(),
          index.version());
    }
    return true;
  }

  private static void replay(Database database, Index index) {
    long from = database.read(tx -> offset(tx, index));
    long next = from;
    do {
      from = next;
      long after = from;
      next = database.write(Durability.NORMAL, tx -> step(tx, index, after));
    } while (next > from);
    if (next > 0) {
      log.info("built index {} version {}", index.name(), index.version());
    }
  }

  private static long step(Tx tx, Index index, long after) {
    List<Entry> entries =
        tx.list(
            "SELECT arrival, received, feed, wire FROM messages WHERE arrival > ?"
                + " ORDER BY arrival LIMIT ?",
            IndexRunner::entry,
            after,
            REPLAY_STEP);
    entries.forEach(entry -> index.apply(tx, entry));
    index.beforeCommit(tx);
    long last = entries.isEmpty() ? after : entries.getLast().arrival();
    tx.update("UPDATE indexes SET arrival = ? WHERE name = ?", last, index.name());
    return last;
  }

  private static Entry entry(Row row) {
    Decoded decoded = MessageCodec.decode(row.bytes(4));
    if (!(decoded instanceof Message message)) {
      throw new IllegalStateException("message " + row.number(1) + " cannot be read: " + decoded);
    }
    return new Entry(
        row.number(1),
        row.number(2),
        row.integer(3),
        message,
        ContentParser.parse(message.content()));
  }

  private static long offset(Tx tx, Index index) {
    return tx.one("SELECT arrival FROM indexes WHERE name = ?", row -> row.number(1), index.name())
        .orElse(0L);
  }

  private static long lastArrival(Tx tx) {
    return tx.one("SELECT max(arrival) FROM messages", row -> row.number(1)).orElse(0L);
  }

  /// Shows one appended message to every index.
  public void apply(Tx tx, Entry entry) {
    for (Index index : indexes) {
      index.apply(tx, entry);
    }
  }

  /// Call before the commit of a transaction that appended, with the last arrival number.
  public void beforeCommit(Tx tx, long lastArrival) {
    indexes.forEach(index -> index.beforeCommit(tx));
    tx.update("UPDATE indexes SET arrival = ?", lastArrival);
  }

  @Override
  public void reload(Tx tx) {
    indexes.forEach(index -> index.reload(tx));
  }
}
