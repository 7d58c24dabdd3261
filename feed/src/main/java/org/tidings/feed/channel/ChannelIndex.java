package org.tidings.feed.channel;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Index;
import org.tidings.feed.index.Tables;
import org.tidings.feed.index.ThreadIndex;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Folding;

/// The public posts of each channel, by time, and who subscribes to it. A post is in the channel it
/// names and in those it mentions as hashtags. The last one of each author in a thread is marked:
/// they tell when who was active where, however much was said. Protocol 10.4 and 10.9.
public final class ChannelIndex implements Index {

  /// What an author said in a thread in a channel.
  private static final String OF_AUTHOR =
      "$channel_posts WHERE root = ?1 AND channel = ?2 AND feed = ?3";

  private final String find;
  private final String number;
  private final String insert;
  private final String last;
  private final String outdate;
  private final String delete;
  private final String restore;
  private final String subscribe;
  private final String unsubscribe;
  private final String deserted;

  public ChannelIndex(Tables tables) {
    this.find = tables.in("SELECT channel FROM $channels WHERE name = ?");
    this.number = tables.in("INSERT INTO $channels (name) VALUES (?)");
    this.insert =
        tables.in(
            "INSERT OR IGNORE INTO $channel_posts (channel, shown, arrival, feed, root, last)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    this.last = tables.in("SELECT shown, arrival FROM " + OF_AUTHOR + " AND last = 1");
    this.outdate =
        tables.in(
            "UPDATE $channel_posts SET last = 0 WHERE channel = ? AND shown = ? AND arrival = ?");
    this.delete =
        tables.in("DELETE FROM $channel_posts WHERE channel = ? AND shown = ? AND arrival = ?");
    this.restore =
        tables.in(
            "UPDATE $channel_posts SET last = 1 WHERE channel = ?2 AND (shown, arrival) ="
                + " (SELECT shown, arrival FROM "
                + OF_AUTHOR
                + " AND last = 0 ORDER BY shown DESC, arrival DESC LIMIT 1)"
                + " AND NOT EXISTS (SELECT 1 FROM "
                + OF_AUTHOR
                + " AND last = 1)");
    this.subscribe =
        tables.in(
            "INSERT OR REPLACE INTO $subscriptions (feed, channel, subscribed) VALUES (?, ?, ?)");
    this.unsubscribe = tables.in("DELETE FROM $subscriptions WHERE feed = ? AND channel = ?");
    this.deserted =
        tables.in(
            "DELETE FROM $channels WHERE channel = ?1"
                + " AND NOT EXISTS (SELECT 1 FROM $channel_posts p WHERE p.channel = ?1)"
                + " AND NOT EXISTS (SELECT 1 FROM $subscriptions s WHERE s.channel = ?1)");
  }

  @Override
  public String name() {
    return "channels";
  }

  @Override
  public int version() {
    return Folding.version(3);
  }

  @Override
  public List<String> tables() {
    return List.of("channels", "channel_posts", "subscriptions");
  }

  @Override
  public String schema() {
    return """
    CREATE TABLE $channels (channel INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE $channel_posts (
      channel INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      feed INTEGER NOT NULL,
      root INTEGER NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (channel, shown, arrival)
    ) WITHOUT ROWID;
    CREATE INDEX $channel_threads ON $channel_posts (root, last, channel, feed, shown, arrival);
    CREATE INDEX $channel_activity ON $channel_posts (channel, shown, arrival, feed, root)
      WHERE last = 1;
    CREATE TABLE $subscriptions (
      feed INTEGER NOT NULL,
      channel INTEGER NOT NULL,
      subscribed INTEGER NOT NULL,
      PRIMARY KEY (feed, channel)
    ) WITHOUT ROWID;
    CREATE INDEX $subscribers ON $subscriptions (channel, subscribed);
    """;
  }

  @Override
  public boolean reads(String type) {
    return type.equals("post") || type.equals("channel");
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    if (entry.isPrivate()) {
      return;
    }
    if (entry.content() instanceof Post post) {
      for (String name : channelsOf(post)) {
        add(tx, known(tx, name).orElseGet(() -> tx.insert(number, name)), post, entry);
      }
    } else if (entry.content() instanceof ChannelSubscription(String name, boolean subscribed)) {
      long channel = known(tx, name).orElseGet(() -> tx.insert(number, name));
      tx.update(subscribe, entry.feed(), channel, subscribed ? 1 : 0);
    }
  }

  private void add(Tx tx, long channel, Post post, Entry entry) {
    long thread = threadOf(post, entry);
    TimelineKey key = new TimelineKey(entry.shownMs(), entry.arrival());
    Optional<TimelineKey> before =
        tx.one(
            last,
            row -> new TimelineKey(row.number(1), row.number(2)),
            thread,
            channel,
            entry.feed());
    boolean isLast = before.stream().allMatch(key::isNewerThan);
    if (isLast) {
      before.ifPresent(old -> tx.update(outdate, channel, old.shownMs(), old.arrival()));
    }
    tx.update(insert, channel, key.shownMs(), key.arrival(), entry.feed(), thread, isLast ? 1 : 0);
  }

  /// A channel of which nothing is left is not known any more.
  @Override
  public void remove(Tx tx, Entry entry) {
    if (entry.isPrivate()) {
      return;
    }
    if (entry.content() instanceof Post post) {
      for (String name : channelsOf(post)) {
        known(tx, name)
            .ifPresent(
                channel -> {
                  tx.update(delete, channel, entry.shownMs(), entry.arrival());
                  tx.update(restore, threadOf(post, entry), channel, entry.feed());
                  tx.update(deserted, channel);
                });
      }
    } else if (entry.content() instanceof ChannelSubscription(String name, boolean subscribed)) {
      known(tx, name)
          .ifPresent(
              channel -> {
                tx.update(unsubscribe, entry.feed(), channel);
                tx.update(deserted, channel);
              });
    }
  }

  /// The channels a post is in, normalised.
  public static Set<String> channelsOf(Post post) {
    Set<String> names = new LinkedHashSet<>();
    post.channel().ifPresent(names::add);
    for (Mention mention : post.mentions()) {
      if (mention.link().startsWith("#")) {
        ChannelName.normalise(mention.link()).ifPresent(names::add);
      }
    }
    return names;
  }

  /// The number by which the posts of a thread are found: the beginning of its root's id, since
  /// those of [ThreadIndex] may change while this index stays.
  private static long threadOf(Post post, Entry entry) {
    return ByteBuffer.wrap(ThreadIndex.rootOf(post, entry).bytes()).getLong();
  }

  private Optional<Long> known(Tx tx, String name) {
    return tx.one(find, row -> row.number(1), name);
  }
}
