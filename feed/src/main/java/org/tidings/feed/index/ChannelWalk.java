package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.ThreadMerge.Spot;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// The threads of which something is in a channel we subscribe to, whoever wrote it, by the newest
/// such post. Only the last post of each author in a thread is looked at, so that it costs the same
/// however long threads are, and only channels in which something is new enough. Confined to one
/// transaction.
final class ChannelWalk {

  /// For each channel of ours in which something was said, when that was, by whomever.
  static final String NEWEST_OF_EACH =
      "SELECT s.channel, coalesce((SELECT c.shown FROM channel_posts c"
          + " WHERE c.channel = s.channel AND c.last = 1 AND (c.shown, c.arrival) < (?1, ?2)"
          + " ORDER BY c.shown DESC, c.arrival DESC LIMIT 1), -1) FROM subscriptions s"
          + " WHERE s.feed = ?3 AND s.subscribed = 1";

  /// The thread of a post, unless it is muted or was come across on an earlier page, by a post in a
  /// channel of ours.
  static final String THREAD =
      "SELECT p.thread, t.root FROM posts p JOIN threads t USING (thread)"
          + " WHERE p.shown = ?1 AND p.arrival = ?2 AND"
          + ThreadWalk.UNMUTED
          + "AND NOT EXISTS (SELECT 1 FROM channel_posts c CROSS JOIN subscriptions s"
          + " WHERE c.root = ?3 AND c.last = 1 AND (c.shown, c.arrival) >= (?4, ?5)"
          + " AND s.feed = ?6 AND s.channel = c.channel AND s.subscribed = 1 AND"
          + Reading.unblocked("c.feed")
          + "AND"
          + Reading.unmuted("c.feed")
          + ")";

  private final Tx tx;
  private final int self;

  /// @param self our own number, whose subscriptions count
  ChannelWalk(Tx tx, int self) {
    this.tx = tx;
    this.self = self;
  }

  /// At most `limit` threads, the newest first, after `after`.
  List<ThreadWalk.Place> places(TimelineKey after, int limit) {
    return new ThreadMerge(after, this::posts, spot -> place(spot, after))
        .places(newestOfEach(after), limit);
  }

  private List<Spot> newestOfEach(TimelineKey after) {
    return tx.list(NEWEST_OF_EACH, Spot::ahead, after.shownMs(), after.arrival(), self);
  }

  private List<Spot> posts(long channel, TimelineKey after, int limit) {
    return ChannelPosts.LAST.found(tx, channel, after, limit).stream()
        .map(post -> new Spot(channel, post.thread(), post.key()))
        .toList();
  }

  /// @param after where this page begins
  private Optional<ThreadWalk.Place> place(Spot spot, TimelineKey after) {
    return tx.one(
        THREAD,
        row -> new ThreadWalk.Place(row.number(1), MessageId.of(row.bytes(2)), spot.key()),
        spot.key().shownMs(),
        spot.key().arrival(),
        spot.thread(),
        after.shownMs(),
        after.arrival(),
        self);
  }
}
