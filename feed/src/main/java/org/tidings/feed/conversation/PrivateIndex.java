package org.tidings.feed.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Index;
import org.tidings.feed.index.Tables;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// What private messages say, as far as our key opens them, and which posts among them belong to
/// which conversation: one for each set of people, with the newest of each author in it, so that
/// the list of conversations costs no more where they are long. How far the log has been read for
/// it is kept here too.
public final class PrivateIndex implements Index {

  /// What it is called among the indexes.
  public static final String NAME = "private";

  /// The versions that had one SQL index less, and by which a post with a fork alone began a
  /// thread.
  private static final Set<Integer> ALIKE = Set.of(4, 5);

  private final FeedId self;
  private final String keep;
  private final String forget;
  private final String insert;
  private final String delete;
  private final String newer;
  private final String notNewest;
  private final String nextNewest;
  private final String readOn;
  private final String readAll;
  private final String find;
  private final String number;

  /// For the feed that is ours.
  public PrivateIndex(Tables tables, FeedId self) {
    this.self = self;
    this.keep = tables.in("INSERT OR REPLACE INTO $opened (arrival, content) VALUES (?, ?)");
    this.forget = tables.in("DELETE FROM $opened WHERE arrival = ?");
    this.insert =
        tables.in(
            "INSERT OR REPLACE INTO $private_posts (conversation, shown, arrival, feed, root)"
                + " VALUES (?, ?, ?, ?, ?)");
    this.delete =
        tables.in(
            "DELETE FROM $private_posts WHERE conversation = ? AND shown = ? AND arrival = ?");
    this.newer =
        tables.in(
            "INSERT INTO $newest_posts (conversation, feed, shown, arrival) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET shown = excluded.shown, arrival = excluded.arrival"
                + " WHERE (excluded.shown, excluded.arrival) > (shown, arrival)");
    this.notNewest =
        tables.in("DELETE FROM $newest_posts WHERE conversation = ? AND feed = ? AND arrival = ?");
    this.nextNewest =
        tables.in(
            "INSERT INTO $newest_posts (conversation, feed, shown, arrival)"
                + " SELECT conversation, feed, shown, arrival FROM $private_posts"
                + " WHERE conversation = ?1 AND feed = ?2 AND (shown, arrival) < (?3, ?4)"
                + " ORDER BY shown DESC, arrival DESC LIMIT 1");
    this.readOn =
        tables.in(
            "UPDATE $second_reader SET arrival = (SELECT coalesce(max(arrival), 0) FROM messages)");
    this.readAll =
        tables.in(
            "UPDATE $second_reader SET arrival = 0"
                + " WHERE arrival > (SELECT coalesce(max(arrival), 0) FROM messages)");
    this.find = tables.in("SELECT conversation FROM $conversations WHERE members = ?");
    this.number = tables.in("INSERT INTO $conversations (members) VALUES (?)");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 6;
  }

  @Override
  public boolean mayAnswerAs(int otherVersion) {
    return ALIKE.contains(otherVersion);
  }

  @Override
  public List<String> tables() {
    return List.of("opened", "conversations", "private_posts", "newest_posts", "second_reader");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $opened (arrival INTEGER PRIMARY KEY, content BLOB NOT NULL);
    CREATE INDEX $opened_by_type ON $opened (%s);
    CREATE TABLE $conversations (conversation INTEGER PRIMARY KEY, members BLOB NOT NULL UNIQUE);
    CREATE TABLE $private_posts (
      conversation INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      feed INTEGER NOT NULL,
      root BLOB NOT NULL,
      PRIMARY KEY (conversation, shown, arrival)
    ) WITHOUT ROWID;
    CREATE INDEX $private_posts_by_time ON $private_posts (shown, arrival, feed);
    CREATE INDEX $private_posts_by_root ON $private_posts (root, shown, arrival);
    CREATE INDEX $private_posts_by_arrival ON $private_posts (conversation, arrival, feed);
    CREATE INDEX $private_posts_in_order ON $private_posts (arrival, conversation, feed);
    CREATE TABLE $newest_posts (
      conversation INTEGER NOT NULL,
      feed INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      PRIMARY KEY (conversation, feed)
    ) WITHOUT ROWID;
    CREATE INDEX $newest_posts_by_time ON $newest_posts (shown, arrival);
    CREATE TABLE $second_reader (arrival INTEGER NOT NULL);
    INSERT INTO $second_reader (arrival) VALUES (0);
    """
        .formatted(Opened.TYPE);
  }

  @Override
  public boolean reads(String type) {
    return type.isEmpty();
  }

  @Override
  public boolean isFilledBySecondReader() {
    return true;
  }

  /// Every message there is was opened for the build.
  @Override
  public void beforeUse(Tx tx) {
    tx.update(readOn);
  }

  /// Nobody has read further than there are messages, and what is to come would stay unread.
  @Override
  public void opened(Tx tx) {
    tx.update(readAll);
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (!entry.isPrivate()) {
      return;
    }
    tx.update(keep, entry.arrival(), JsonWriter.compact(entry.meaning().json()));
    if (entry.content() instanceof Post post) {
      byte[] members = members(entry);
      long conversation = known(tx, members).orElseGet(() -> tx.insert(number, members));
      tx.update(
          insert,
          conversation,
          entry.shownMs(),
          entry.arrival(),
          entry.feed(),
          post.place().root().orElse(entry.message().id()).bytes());
      tx.update(newer, conversation, entry.feed(), entry.shownMs(), entry.arrival());
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (!entry.isPrivate()) {
      return;
    }
    tx.update(forget, entry.arrival());
    if (entry.content() instanceof Post) {
      known(tx, members(entry)).ifPresent(conversation -> remove(tx, conversation, entry));
    }
  }

  /// Where it was its author's newest, the one before it is now.
  private void remove(Tx tx, long conversation, Entry entry) {
    tx.update(delete, conversation, entry.shownMs(), entry.arrival());
    if (tx.update(notNewest, conversation, entry.feed(), entry.arrival()) > 0) {
      tx.update(nextNewest, conversation, entry.feed(), entry.shownMs(), entry.arrival());
    }
  }

  /// Its author, those it says it is for, and we who could read it.
  private byte[] members(Entry entry) {
    List<FeedId> members =
        new ArrayList<>(entry.meaning().json().asObject().map(Recipients::of).orElse(List.of()));
    members.add(entry.message().author());
    members.add(self);
    return Members.bytes(members);
  }

  private Optional<Long> known(Tx tx, byte[] members) {
    return tx.one(find, row -> row.number(1), members);
  }
}
