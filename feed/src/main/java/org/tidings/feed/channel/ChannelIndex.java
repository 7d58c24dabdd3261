package org.tidings.feed.channel;

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
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Folding;

/// The public posts of each channel, by time, and who subscribes to it. A post is in the channel it
/// names and in those it mentions as hashtags. Protocol 10.4 and 10.9.
public final class ChannelIndex implements Index {

  private final String find;
  private final String number;
  private final String insert;
  private final String delete;
  private final String subscribe;
  private final String unsubscribe;
  private final String deserted;

  public ChannelIndex(Tables tables) {
    this.find = tables.in("SELECT channel FROM $channels WHERE name = ?");
    this.number = tables.in("INSERT INTO $channels (name) VALUES (?)");
    this.insert =
        tables.in(
            "INSERT OR IGNORE INTO $channel_posts (channel, shown, arrival, feed)"
                + " VALUES (?, ?, ?, ?)");
    this.delete =
        tables.in("DELETE FROM $channel_posts WHERE channel = ? AND shown = ? AND arrival = ?");
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
    return Folding.version(2);
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
      PRIMARY KEY (channel, shown, arrival)
    ) WITHOUT ROWID;
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
        long channel = known(tx, name).orElseGet(() -> tx.insert(number, name));
        tx.update(insert, channel, entry.shownMs(), entry.arrival(), entry.feed());
      }
    } else if (entry.content() instanceof ChannelSubscription(String name, boolean subscribed)) {
      long channel = known(tx, name).orElseGet(() -> tx.insert(number, name));
      tx.update(subscribe, entry.feed(), channel, subscribed ? 1 : 0);
    }
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

  private Optional<Long> known(Tx tx, String name) {
    return tx.one(find, row -> row.number(1), name);
  }
}
