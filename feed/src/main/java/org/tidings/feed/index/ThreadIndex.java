package org.tidings.feed.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.content.Post;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// Which public posts make up which thread, by time: a thread is everything that names the same
/// root, and the root itself, whether it is here or not. Protocol 10.6.
public final class ThreadIndex implements Index {

  /// What it is called among the indexes.
  public static final String NAME = "threads";

  /// The version by which a post with a fork alone began a thread.
  private static final int WITHOUT_FORKS = 2;

  private static final int THREADS_REMEMBERED = 20_000;

  /// The numbers of the threads used last.
  private final Map<MessageId, Long> recent = new RecentlyUsed();

  private final String insert;
  private final String delete;
  private final String forget;
  private final String find;
  private final String number;

  public ThreadIndex(Tables tables) {
    this.insert =
        tables.in(
            "INSERT OR IGNORE INTO $posts (thread, shown, arrival, feed) VALUES (?, ?, ?, ?)");
    this.delete = tables.in("DELETE FROM $posts WHERE thread = ? AND shown = ? AND arrival = ?");
    this.forget =
        tables.in(
            "DELETE FROM $threads WHERE thread = ?1"
                + " AND NOT EXISTS (SELECT 1 FROM $posts WHERE thread = ?1)");
    this.find = tables.in("SELECT thread FROM $threads WHERE root = ?");
    this.number = tables.in("INSERT INTO $threads (root) VALUES (?)");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public boolean mayAnswerAs(int otherVersion) {
    return otherVersion == WITHOUT_FORKS;
  }

  @Override
  public List<String> tables() {
    return List.of("threads", "posts");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $threads (thread INTEGER PRIMARY KEY, root BLOB NOT NULL UNIQUE);
    CREATE TABLE $posts (
      thread INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      feed INTEGER NOT NULL,
      PRIMARY KEY (thread, shown, arrival)
    ) WITHOUT ROWID;
    CREATE INDEX $posts_by_time ON $posts (shown, arrival, feed);
    CREATE INDEX $posts_by_feed ON $posts (feed, shown, arrival);
    """;
  }

  @Override
  public boolean reads(String type) {
    return type.equals("post");
  }

  /// One whose row in the log was lost may be there still when it has come again.
  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.content() instanceof Post post && !entry.isPrivate()) {
      tx.update(
          insert,
          numberOf(tx, rootOf(post, entry)),
          entry.shownMs(),
          entry.arrival(),
          entry.feed());
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (entry.content() instanceof Post post && !entry.isPrivate()) {
      MessageId root = rootOf(post, entry);
      known(tx, root).ifPresent(thread -> remove(tx, root, thread, entry));
    }
  }

  /// The number of a thread of which nothing is left may be given to another.
  private void remove(Tx tx, MessageId root, long thread, Entry entry) {
    tx.update(delete, thread, entry.shownMs(), entry.arrival());
    if (tx.update(forget, thread) > 0) {
      recent.remove(root);
    }
  }

  /// The root of the thread a post is in, which may be itself.
  public static MessageId rootOf(Post post, Entry entry) {
    return post.place().root().orElse(entry.message().id());
  }

  private long numberOf(Tx tx, MessageId root) {
    Long known = recent.get(root);
    if (known != null) {
      return known;
    }
    long found = known(tx, root).orElseGet(() -> tx.insert(number, root.bytes()));
    recent.put(root, found);
    return found;
  }

  private Optional<Long> known(Tx tx, MessageId root) {
    return tx.one(find, row -> row.number(1), root.bytes());
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
