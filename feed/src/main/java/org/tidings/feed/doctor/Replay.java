package org.tidings.feed.doctor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.conversation.SecondReader;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.IndexFactory;
import org.tidings.feed.index.IndexRows;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Migrations;

/// A copy of a store on which indexes are built as if for the first time. Feeds that are on their
/// way out are gone from it: indexes let go of them bit by bit. Confined to one thread.
public final class Replay implements AutoCloseable {

  private final Kit kit;
  private final Database database;

  /// What indexes are made of.
  public record Kit(SocialGraph graph, Unboxer unboxer, IndexSet indexes) {}

  /// Every index there is.
  @FunctionalInterface
  public interface IndexSet {
    List<IndexFactory> of(FeedNumbers numbers, SocialGraph graph);
  }

  /// Opens the copy in this folder.
  Replay(Path folder, Kit kit) {
    this.kit = kit;
    this.database = Database.open(folder, List.of(Migrations.STORE, LocalSchema.MIGRATIONS));
  }

  /// Makes the indexes look as if another version of the program had built them.
  void outdate() {
    database.write(Durability.NORMAL, tx -> tx.update("UPDATE indexes SET version = 0"));
  }

  /// Brings every index up to date.
  void build() {
    FeedNumbers numbers = new FeedNumbers();
    numbers.load(database);
    SocialGraph graph = kit.graph.blank();
    IndexRunner runner = new IndexRunner(graph, kit.unboxer, kit.indexes.of(numbers, graph));
    runner.open(database);
    FeedLog log = new FeedLog(database, numbers, graph.self());
    try (FeedEvents events = new FeedEvents()) {
      Appender appender =
          new Appender(log, runner, new ForkProofs(numbers), events, () -> Instant.EPOCH);
      SecondReader secondReader = new SecondReader(database, appender, kit.unboxer, events);
      FeedRemoval removal = new FeedRemoval(log, appender, runner, events);
      boolean isMore;
      do {
        isMore = secondReader.step() || runner.buildStep(database) || removal.step();
      } while (isMore);
    }
  }

  /// A number for each table that is the same when its rows are, in whatever order.
  Map<String, Long> rows() {
    Map<String, Long> sums = new TreeMap<>();
    database.write(
        Durability.NORMAL,
        tx -> {
          IndexRows.each(tx, (table, row) -> sums.merge(table, hash(row), Long::sum));
          return true;
        });
    return sums;
  }

  private static long hash(String row) {
    return ByteBuffer.wrap(Sha256.of(row.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  @Override
  public void close() {
    database.close();
  }
}
