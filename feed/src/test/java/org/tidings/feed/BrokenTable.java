package org.tidings.feed;

import java.util.List;
import org.tidings.feed.store.Durability;

/// A table of an open store that takes no change until this is closed, as if the disk failed there:
/// `new BrokenTable(feeds, "peers")`.
public final class BrokenTable implements AutoCloseable {

  private static final List<String> CHANGES = List.of("INSERT", "UPDATE", "DELETE");

  private final Feeds feeds;
  private final String table;

  /// Breaks it.
  public BrokenTable(Feeds feeds, String table) {
    this.feeds = feeds;
    this.table = table;
    for (String change : CHANGES) {
      run(
          "CREATE TRIGGER broken_%s_%s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, 'broken'); END"
              .formatted(table, change, change, table));
    }
  }

  /// Mends it.
  @Override
  public void close() {
    CHANGES.forEach(change -> run("DROP TRIGGER broken_%s_%s".formatted(table, change)));
  }

  private void run(String sql) {
    feeds.database.write(Durability.NORMAL, tx -> tx.update(sql));
  }
}
