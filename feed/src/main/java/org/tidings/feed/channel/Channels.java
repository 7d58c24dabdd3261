package org.tidings.feed.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.index.Byline;
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

  private static final String PAGE =
      "SELECT shown, arrival FROM channel_posts WHERE channel = ?1 AND (shown, arrival) < (?2, ?3)"
          + " AND"
          + Reading.unblocked("channel_posts.feed")
          + "AND"
          + Reading.unmuted("channel_posts.feed")
          + "ORDER BY shown DESC, arrival DESC LIMIT ?4";

  /// A channel called `c`; we are parameter 1.
  private static final String VIEW =
      "c.name, (SELECT count(*) FROM subscriptions s"
          + " WHERE s.channel = c.channel AND subscribed = 1 AND"
          + Reading.unblocked("s.feed")
          + ") AS subscribers, EXISTS (SELECT 1 FROM subscriptions s"
          + " WHERE s.channel = c.channel AND s.feed = ?1 AND subscribed = 1)";

  /// More posts are not counted: nobody reads the difference, and it would cost as many.
  private static final int MANY = 1_000;

  /// Who subscribes is counted only for those of the page.
  private static final String ACTIVE =
      "SELECT "
          + VIEW
          + ", posts FROM (SELECT n.channel, n.name, (SELECT count(*) FROM (SELECT 1"
          + " FROM channel_posts p WHERE p.channel = n.channel AND p.shown >= ?2 AND"
          + Reading.unblocked("p.feed")
          + "AND"
          + Reading.unmuted("p.feed")
          + "LIMIT "
          + MANY
          + ")) AS posts FROM channels n WHERE posts > 0 ORDER BY posts DESC, n.name LIMIT ?3) c"
          + " ORDER BY posts DESC, c.name";

  private final Reading reading;

  public Channels(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit` posts of a channel, newest first, after `after`.
  public List<PostView> posts(String channel, TimelineKey after, int limit) {
    return reading
        .database()
        .read(
            tx ->
                views(
                    tx,
                    numberOf(tx, channel).map(n -> page(tx, n, after, limit)).orElse(List.of())));
  }

  /// At most `limit` posts of the channels we subscribe to, newest first, each once, after `after`.
  public List<PostView> subscribed(TimelineKey after, int limit) {
    return reading
        .database()
        .read(
            tx -> {
              List<TimelineKey> all = new ArrayList<>();
              for (long channel : subscriptions(tx, reading.self())) {
                all.addAll(page(tx, channel, after, limit));
              }
              return views(
                  tx,
                  all.stream()
                      .distinct()
                      .sorted(
                          Comparator.comparingLong(TimelineKey::shownMs)
                              .thenComparingLong(TimelineKey::arrival)
                              .reversed())
                      .limit(limit)
                      .toList());
            });
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
  /// with most subscribers first.
  public List<ChannelView> named(String beginning, int limit) {
    String prefix = ChannelName.normalise(beginning).orElse("");
    return channels(
        "WHERE c.name >= ?2 AND c.name < ?2 || char(1114111)"
            + " OR instr(replace(c.name, '_', '-'), '-' || ?2) > 0"
            + " ORDER BY subscribers DESC, c.name LIMIT ?3",
        prefix,
        limit);
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

  /// At most `limit` channels in which something was said since then, the busiest first.
  public List<ActiveChannel> active(long sinceMs, int limit) {
    return reading
        .database()
        .read(
            tx ->
                tx.list(
                    ACTIVE,
                    row -> new ActiveChannel(channel(row), row.integer(4)),
                    reading.self(),
                    sinceMs,
                    limit));
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

  private static List<TimelineKey> page(Tx tx, long channel, TimelineKey after, int limit) {
    return tx.list(
        PAGE,
        row -> new TimelineKey(row.number(1), row.number(2)),
        channel,
        after.shownMs(),
        after.arrival(),
        limit);
  }

  private List<PostView> views(Tx tx, List<TimelineKey> keys) {
    PostReader posts = new PostReader(reading, tx);
    return keys.stream().flatMap(key -> posts.at(key.arrival()).stream()).toList();
  }

  private static List<Long> subscriptions(Tx tx, int feed) {
    return tx.list(
        "SELECT channel FROM subscriptions WHERE feed = ? AND subscribed = 1",
        row -> row.number(1),
        feed);
  }

  private static Optional<Long> numberOf(Tx tx, String channel) {
    return ChannelName.normalise(channel)
        .flatMap(
            name ->
                tx.one("SELECT channel FROM channels WHERE name = ?", row -> row.number(1), name));
  }
}
