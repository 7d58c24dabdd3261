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

  /// The versions that had a word for each part of a name, however many, and by which a post with a
  /// fork alone began a thread.
  private static final Set<Integer> ALIKE = Set.of(Folding.version(5), Folding.version(6));

  /// What an author said in a thread in a channel.
  private static final String OF_AUTHOR =
      "$channel_posts WHERE root = ?1 AND channel = ?2 AND feed = ?3";

  private final KnownChannels channels;
  private final String insert;
  private final String last;
  private final String outdate;
  private final String delete;
  private final String restore;
  private final String subscribe;
  private final String change;
  private final String unsubscribe;

  public ChannelIndex(Tables tables) {
    this.channels = new KnownChannels(tables);
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
            "INSERT OR IGNORE INTO $subscriptions (feed, channel, subscribed) VALUES (?, ?, ?)");
    this.change =
        tables.in("UPDATE $subscriptions SET subscribed = ?3 WHERE feed = ?1 AND channel = ?2");
    this.unsubscribe = tables.in("DELETE FROM $subscriptions WHERE feed = ? AND channel = ?");
  }

  @Override
  public String name() {
    return "channels";
  }

  @Override
  public int version() {
    return Folding.version(7);
  }

  @Override
  public boolean mayAnswerAs(int otherVersion) {
    return ALIKE.contains(otherVersion) || Index.super.mayAnswerAs(otherVersion);
  }

  @Override
  public List<String> tables() {
    return List.of("channels", "channel_words", "channel_people", "channel_posts", "subscriptions");
  }

  @Override
  public String schema() {
    return KnownChannels.SCHEMA
        + """
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
        CREATE INDEX $channel_posts_by_feed ON $channel_posts (channel, feed, shown, arrival, last);
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
        add(tx, channels.numberOf(tx, name), post, entry);
      }
    } else if (entry.content() instanceof ChannelSubscription(String name, boolean subscribed)) {
      subscribe(tx, channels.numberOf(tx, name), entry.feed(), subscribed ? 1 : 0);
    }
  }

  private void subscribe(Tx tx, long channel, int feed, int subscribed) {
    if (tx.update(subscribe, feed, channel, subscribed) > 0) {
      channels.enter(tx, channel, feed);
    } else {
      tx.update(change, feed, channel, subscribed);
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
    int marked = isLast ? 1 : 0;
    if (tx.update(insert, channel, key.shownMs(), key.arrival(), entry.feed(), thread, marked)
        > 0) {
      channels.enter(tx, channel, entry.feed());
    }
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    if (entry.isPrivate()) {
      return;
    }
    if (entry.content() instanceof Post post) {
      for (String name : channelsOf(post)) {
        channels.find(tx, name).ifPresent(channel -> remove(tx, name, channel, post, entry));
      }
    } else if (entry.content() instanceof ChannelSubscription(String name, boolean subscribed)) {
      channels.find(tx, name).ifPresent(channel -> unsubscribe(tx, name, channel, entry.feed()));
    }
  }

  private void remove(Tx tx, String name, long channel, Post post, Entry entry) {
    if (tx.update(delete, channel, entry.shownMs(), entry.arrival()) > 0) {
      tx.update(restore, threadOf(post, entry), channel, entry.feed());
      channels.leave(tx, name, channel, entry.feed());
    }
  }

  private void unsubscribe(Tx tx, String name, long channel, int feed) {
    if (tx.update(unsubscribe, feed, channel) > 0) {
      channels.leave(tx, name, channel, feed);
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
}
