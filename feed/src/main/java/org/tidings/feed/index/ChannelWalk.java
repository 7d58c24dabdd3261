package org.tidings.feed.index;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// The threads of which something is in a channel we subscribe to, whoever wrote it, by the newest
/// such post. Confined to one transaction.
final class ChannelWalk {

  /// The thread of a post, unless it is muted or a post of it that is in our channels too was come
  /// across on an earlier page.
  private static final String THREAD =
      "SELECT p.thread, t.root FROM posts p JOIN threads t USING (thread)"
          + " WHERE p.shown = ?1 AND p.arrival = ?2 AND"
          + ThreadWalk.UNMUTED
          + "AND NOT EXISTS (SELECT 1 FROM posts q CROSS JOIN subscriptions s"
          + " CROSS JOIN channel_posts c WHERE q.thread = p.thread"
          + " AND (q.shown, q.arrival) >= (?3, ?4) AND s.feed = ?5 AND s.subscribed = 1"
          + " AND c.channel = s.channel AND c.shown = q.shown AND c.arrival = q.arrival AND"
          + Reading.unblocked("q.feed")
          + "AND"
          + Reading.unmuted("q.feed")
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
    List<Long> channels =
        tx.list(
            "SELECT channel FROM subscriptions WHERE feed = ? AND subscribed = 1",
            row -> row.number(1),
            self);
    Set<Long> seen = new HashSet<>();
    return FullPage.of(
        after,
        limit,
        (key, most) -> newest(channels, key, most),
        key -> place(key, after).filter(place -> seen.add(place.thread())));
  }

  private List<TimelineKey> newest(List<Long> channels, TimelineKey after, int limit) {
    return channels.stream()
        .flatMap(channel -> ChannelPosts.page(tx, channel, after, limit).stream())
        .distinct()
        .sorted(TimelineKey.NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  /// @param after where this page begins
  private Optional<ThreadWalk.Place> place(TimelineKey key, TimelineKey after) {
    return tx.one(
        THREAD,
        row -> new ThreadWalk.Place(row.number(1), MessageId.of(row.bytes(2)), key),
        key.shownMs(),
        key.arrival(),
        after.shownMs(),
        after.arrival(),
        self);
  }
}
