package org.tidings.feed.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidings.feed.content.Post;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Which posts make up which thread, by time: a thread is everything that names the same root, and
/// the root itself, whether it is here or not. Protocol 10.6.
public final class ThreadIndex implements Index {

  private static final int THREADS_REMEMBERED = 20_000;

  /// The numbers of the threads used last.
  private final Map<MessageId, Long> recent = new RecentlyUsed();

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void create(Tx tx) {
    tx.script(
        """
        CREATE TABLE threads (thread INTEGER PRIMARY KEY, root BLOB NOT NULL UNIQUE);
        CREATE TABLE posts (
          thread INTEGER NOT NULL,
          shown INTEGER NOT NULL,
          arrival INTEGER NOT NULL,
          feed INTEGER NOT NULL,
          PRIMARY KEY (thread, shown, arrival)
        ) WITHOUT ROWID;
        CREATE INDEX posts_by_time ON posts (shown, arrival, feed);
        """);
  }

  @Override
  public void drop(Tx tx) {
    tx.script("DROP TABLE IF EXISTS threads;\nDROP TABLE IF EXISTS posts;\n");
    recent.clear();
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.content() instanceof Post post) {
      MessageId root = post.place().root().orElse(entry.message().id());
      tx.update(
          "INSERT INTO posts (thread, shown, arrival, feed) VALUES (?, ?, ?, ?)",
          numberOf(tx, root),
          entry.shownMs(),
          entry.arrival(),
          entry.feed());
    }
  }

  private long numberOf(Tx tx, MessageId root) {
    Long known = recent.get(root);
    if (known != null) {
      return known;
    }
    byte[] id = root.bytes();
    long number =
        tx.one("SELECT thread FROM threads WHERE root = ?", row -> row.number(1), id)
            .orElseGet(() -> tx.insert("INSERT INTO threads (root) VALUES (?)", id));
    recent.put(root, number);
    return number;
  }

  @Override
  public void reload(Tx tx) {
    recent.clear();
  }

  private static final class RecentlyUsed extends LinkedHashMap<MessageId, Long> {

    RecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<MessageId, Long> eldest) {
      return size() > THREADS_REMEMBERED;
    }
  }
}
