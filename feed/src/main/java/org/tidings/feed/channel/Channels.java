package org.tidings.feed.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.ChannelPosts;
import org.tidings.feed.index.FullPage;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Channels, their posts and subscribers. Names may be written in any way, with `#` or without.
/// Blocked and muted authors are left out by the query. Thread-safe.
public final class Channels {

  /// A channel called `c`; we are parameter 1.
  private static final String VIEW =
      "c.name, (SELECT count(*) FROM subscriptions s"
          + " WHERE s.channel = c.channel AND subscribed = 1 AND"
          + Reading.unblocked("s.feed")
          + ") AS subscribers, EXISTS (SELECT 1 FROM subscriptions s"
          + " WHERE s.channel = c.channel AND s.feed = ?1 AND subscribed = 1)";

  /// So many channels are looked at, however many there are: those with most people in them, and
  /// of names that begin as asked as many more. One person may open very many, but is one in each.
  static final int LOOKED_AT = 500;

  /// Channels with most people in them, called `n`.
  private static final String FOREMOST =
      "(SELECT channel, name FROM channels ORDER BY people DESC, name LIMIT " + LOOKED_AT + ") n";

  /// A channel called `n` of whose name the whole or a part begins as parameter 2.
  private static final String BEGINS = " instr('-' || replace(n.name, '_', '-'), '-' || ?2) > 0 ";

  /// Those that begin so: of those with most people, of all, and of ours. We are parameter 1.
  private static final String BEGUN =
      "WITH begun (channel) AS (SELECT n.channel FROM "
          + FOREMOST
          + " WHERE"
          + BEGINS
          + "UNION SELECT channel FROM (SELECT channel FROM channel_words WHERE word >= ?2"
          + " AND word < ?2 || char(1114111) ORDER BY word LIMIT "
          + LOOKED_AT
          + ") UNION SELECT n.channel FROM subscriptions s CROSS JOIN channels n USING (channel)"
          + " WHERE s.feed = ?1 AND s.subscribed = 1 AND"
          + BEGINS
          + ")";

  /// A channel called `n` in which somebody is whom we do not block.
  private static final String PEOPLED =
      " EXISTS (SELECT 1 FROM channel_people b WHERE b.channel = n.channel AND"
          + Reading.unblocked("b.feed")
          + ")";

  /// Who subscribes is counted only for those of the page.
  static final String NAMED =
      BEGUN
          + " SELECT "
          + VIEW
          + " FROM (SELECT n.channel, n.name, n.people FROM begun CROSS JOIN channels n"
          + " USING (channel) WHERE"
          + PEOPLED
          + " ORDER BY n.people DESC, n.name LIMIT ?3) c ORDER BY c.people DESC, c.name";

  /// Older posts are not counted: nobody reads the difference, and it would cost as many.
  private static final int MANY = 1_000;

  /// What was said since parameter 4 in a channel called `n`, of the newest.
  private static final String POSTS =
      " (SELECT count(*) FROM (SELECT feed FROM channel_posts WHERE channel = n.channel"
          + " AND shown >= ?4 ORDER BY shown DESC, arrival DESC LIMIT "
          + MANY
          + ") p WHERE"
          + Reading.unblocked("p.feed")
          + "AND"
          + Reading.unmuted("p.feed")
          + ") AS posts";

  /// As in [#NAMED], subscribers are counted for those of the page alone, and posts once.
  static final String ACTIVE =
      "WITH counted AS MATERIALIZED (SELECT n.channel, n.name,"
          + POSTS
          + " FROM "
          + FOREMOST
          + ") SELECT "
          + VIEW
          + ", posts FROM (SELECT * FROM counted WHERE posts > 0 ORDER BY posts DESC, name LIMIT"
          + " ?3) c ORDER BY posts DESC, c.name";

  /// Of names that begin so, with those nothing was said in.
  static final String BEGINNING =
      BEGUN
          + " SELECT "
          + VIEW
          + ", posts FROM (SELECT n.channel, n.name, EXISTS (SELECT 1 FROM subscriptions o"
          + " WHERE o.channel = n.channel AND o.feed = ?1 AND o.subscribed = 1) AS ours,"
          + POSTS
          + " FROM begun CROSS JOIN channels n USING (channel) WHERE"
          + PEOPLED
          + " ORDER BY ours DESC, posts DESC, n.name LIMIT ?3) c"
          + " ORDER BY ours DESC, posts DESC, c.name";

  private final Reading reading;

  public Channels(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit` posts of a channel, newest first, after `after`.
  public List<PostView> posts(String channel, TimelineKey after, int limit) {
    return reading.database().read(tx -> posts(tx, channel, after, limit));
  }

  private List<PostView> posts(Tx tx, String channel, TimelineKey after, int limit) {
    PostReader posts = new PostReader(reading, tx);
    long number = numberOf(tx, channel).orElse(-1L);
    return FullPage.of(
        after, limit, (key, most) -> ChannelPosts.page(tx, number, key, most), posts::atKeys);
  }

  /// At most `limit` channels a feed subscribes to, by name, after the one called so (start with an
  /// empty name).
  public List<ChannelView> of(FeedId feed, String after, int limit) {
    return channels(
        "WHERE c.channel IN (SELECT s.channel FROM subscriptions s JOIN channels n USING (channel)"
            + " WHERE s.feed = ?2 AND s.subscribed = 1 AND n.name > ?3 ORDER BY n.name LIMIT ?4)"
            + " ORDER BY c.name",
        reading.numberOf(feed),
        after,
        limit);
  }

  /// The channel of this name, whether anything of it is here or not.
  public ChannelView called(String channel) {
    String name = ChannelName.normalise(channel).orElse("");
    return channels("WHERE c.name = ?2 LIMIT ?3", name, 1).stream()
        .findFirst()
        .orElse(new ChannelView(name, 0, false));
  }

  /// At most `limit` channels of whose name the whole or a part after `-` or `_` begins so, those
  /// with most people in them first, by a post or a subscription.
  public List<ChannelView> named(String beginning, int limit) {
    return reading
        .database()
        .read(tx -> tx.list(NAMED, Channels::channel, reading.self(), typed(beginning), limit));
  }

  /// Those who subscribe to a channel, by id, at most `limit`, after the given one.
  public List<Byline> subscribers(String channel, Optional<FeedId> after, int limit) {
    return reading.named(
        (tx, bylines) ->
            tx.list(
                "SELECT s.feed FROM subscriptions s CROSS JOIN feeds f ON f.feed = s.feed"
                    + " WHERE s.channel = ? AND s.subscribed = 1 AND f.id > ? AND"
                    + Reading.unblocked("s.feed")
                    + "ORDER BY f.id LIMIT ?",
                row -> bylines.of(reading.numbers().idOf(row.integer(1))),
                numberOf(tx, channel).orElse(-1L),
                after.map(FeedId::bytes).orElse(new byte[0]),
                limit));
  }

  /// At most `limit` channels in which something was said since then, the busiest first. Where
  /// there are very many channels, of those with most people in them.
  public List<ActiveChannel> active(long sinceMs, int limit) {
    return active(ACTIVE, "", sinceMs, limit);
  }

  /// At most `limit` channels whose names begin so, as in [#named]: those we subscribe to first,
  /// then those in which most was said since then.
  public List<ActiveChannel> beginning(String beginning, long sinceMs, int limit) {
    return active(BEGINNING, typed(beginning), sinceMs, limit);
  }

  private List<ActiveChannel> active(String query, String typed, long sinceMs, int limit) {
    return reading
        .database()
        .read(
            tx ->
                tx.list(
                    query,
                    row -> new ActiveChannel(channel(row), row.integer(4)),
                    reading.self(),
                    typed,
                    limit,
                    sinceMs));
  }

  private static String typed(String beginning) {
    return ChannelWords.beginning(ChannelName.normalise(beginning).orElse(""));
  }

  /// Those of some condition, whose parameters begin with 2.
  private List<ChannelView> channels(String which, Object... arguments) {
    Object[] all = Stream.concat(Stream.of(reading.self()), Arrays.stream(arguments)).toArray();
    return reading
        .database()
        .read(
            tx -> tx.list("SELECT " + VIEW + " FROM channels c " + which, Channels::channel, all));
  }

  private static ChannelView channel(Row row) {
    return new ChannelView(row.text(1), row.integer(2), row.integer(3) == 1);
  }

  private static Optional<Long> numberOf(Tx tx, String channel) {
    return ChannelName.normalise(channel)
        .flatMap(
            name ->
                tx.one("SELECT channel FROM channels WHERE name = ?", row -> row.number(1), name));
  }
}
