package org.tidings.feed.upkeep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Index;
import org.tidings.feed.index.Tables;
import org.tidings.feed.store.Tx;

/// How many messages of each feed are stored, and how many bytes they were signed in.
public final class SizeIndex implements Index {

  private final Map<Integer, Size> pending = new HashMap<>();
  private final String add;
  private final String drop;

  /// @param received the sum of the times of arrival, by which a changed one is noticed
  private record Size(long messages, long bytes, long received) {
    Size plus(Size other) {
      return new Size(messages + other.messages, bytes + other.bytes, received + other.received);
    }
  }

  public SizeIndex(Tables tables) {
    this.add =
        tables.in(
            "INSERT INTO $feed_sizes (feed, messages, bytes, received) VALUES (?1, ?2, ?3, ?4)"
                + " ON CONFLICT DO UPDATE SET messages = messages + ?2, bytes = bytes + ?3,"
                + " received = received + ?4");
    this.drop = tables.in("DELETE FROM $feed_sizes WHERE feed = ? AND messages <= 0");
  }

  @Override
  public String name() {
    return "sizes";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of("feed_sizes");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $feed_sizes (
      feed INTEGER PRIMARY KEY,
      messages INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      received INTEGER NOT NULL
    );
    """;
  }

  @Override
  public boolean reads(String type) {
    return true;
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    count(entry, 1);
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    count(entry, -1);
  }

  private void count(Entry entry, int sign) {
    if (!entry.isPrivate()) {
      Size one =
          new Size(sign, (long) sign * entry.message().wireBytes(), sign * entry.receivedMs());
      pending.merge(entry.feed(), one, Size::plus);
    }
  }

  /// One row for each feed of a batch instead of one for each message.
  @Override
  public void beforeCommit(Tx tx) {
    pending.forEach(
        (feed, size) -> {
          tx.update(add, feed, size.messages, size.bytes, size.received);
          if (size.messages < 0) {
            tx.update(drop, feed);
          }
        });
    pending.clear();
  }

  @Override
  public void reload(Tx tx) {
    pending.clear();
  }
}
