package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// The public posts of one channel. Blocked and muted authors are left out by the query, however
/// much they wrote. Immutable.
public final class ChannelPosts {

  private static final String IN_ORDER = " ORDER BY p.shown DESC, p.arrival DESC LIMIT ";

  /// All of them.
  static final ChannelPosts ALL = new ChannelPosts("");

  /// The last of each author in each thread.
  static final ChannelPosts LAST = new ChannelPosts(" AND p.last = 1");

  /// Finds how far down the newest are looked at.
  final String floor;

  /// Finds those down to there.
  final String newest;

  /// Finds the newest of each who is in the channel.
  final String newestOfEach;

  /// A post of a channel.
  ///
  /// @param thread the beginning of the id of its root
  record Found(TimelineKey key, long thread) {}

  /// @param condition on posts called `p`
  private ChannelPosts(String condition) {
    String found = "SELECT p.shown, p.arrival, p.root FROM ";
    String after = " AND (p.shown, p.arrival) < (?2, ?3)" + condition;
    String ofChannel = found + "channel_posts p WHERE p.channel = ?1" + after;
    // By a sign the index of the last ones, which does not know whose they are, is not offered.
    String ofOne = "p.channel = a.channel AND p.feed = a.feed" + after.replace("p.last", "+p.last");
    this.floor = ofChannel + IN_ORDER + "1 OFFSET ?4";
    this.newest =
        ofChannel
            + " AND (p.shown, p.arrival) >= (?5, ?6) AND"
            + Reading.unblocked("p.feed")
            + "AND"
            + Reading.unmuted("p.feed")
            + IN_ORDER
            + "?4";
    this.newestOfEach =
        found
            + "(SELECT p.channel, p.shown, p.arrival FROM channel_people a"
            + " CROSS JOIN channel_posts p ON "
            + ofOne
            + " AND p.shown >= coalesce((SELECT p.shown FROM channel_posts p WHERE "
            + ofOne
            + IN_ORDER
            + "1 OFFSET ?4), -9223372036854775808) WHERE a.channel = ?1 AND"
            + Reading.unblocked("a.feed")
            + "AND"
            + Reading.unmuted("a.feed")
            + IN_ORDER
            + "?4) CROSS JOIN channel_posts p USING (channel, shown, arrival)"
            + IN_ORDER
            + "?4";
  }

  /// The keys of at most `limit` of them, newest first, after `after`.
  ///
  /// @param channel its number; one that no channel has finds nothing
  public static List<TimelineKey> page(Tx tx, long channel, TimelineKey after, int limit) {
    return ALL.found(tx, channel, after, limit).stream().map(Found::key).toList();
  }

  /// At most `limit` of them, newest first, after `after`.
  List<Found> found(Tx tx, long channel, TimelineKey after, int limit) {
    return HeardPage.of(
        limit,
        rows ->
            tx.one(floor, ChannelPosts::found, channel, after.shownMs(), after.arrival(), rows)
                .map(Found::key),
        end ->
            tx.list(
                newest,
                ChannelPosts::found,
                channel,
                after.shownMs(),
                after.arrival(),
                limit,
                end.shownMs(),
                end.arrival()),
        () ->
            tx.list(
                newestOfEach,
                ChannelPosts::found,
                channel,
                after.shownMs(),
                after.arrival(),
                limit));
  }

  private static Found found(Row row) {
    return new Found(new TimelineKey(row.number(1), row.number(2)), row.number(3));
  }
}
