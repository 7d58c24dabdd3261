package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.store.Tx;

/// The public posts of one channel. Blocked and muted authors are left out by the query. Stateless.
public final class ChannelPosts {

  private static final String PAGE =
      "SELECT shown, arrival FROM channel_posts WHERE channel = ? AND (shown, arrival) < (?, ?)"
          + " AND"
          + Reading.unblocked("channel_posts.feed")
          + "AND"
          + Reading.unmuted("channel_posts.feed")
          + "ORDER BY shown DESC, arrival DESC LIMIT ?";

  private ChannelPosts() {}

  /// The keys of at most `limit` of them, newest first, after `after`.
  ///
  /// @param channel its number; one that no channel has finds nothing
  public static List<TimelineKey> page(Tx tx, long channel, TimelineKey after, int limit) {
    return tx.list(
        PAGE,
        row -> new TimelineKey(row.number(1), row.number(2)),
        channel,
        after.shownMs(),
        after.arrival(),
        limit);
  }
}
