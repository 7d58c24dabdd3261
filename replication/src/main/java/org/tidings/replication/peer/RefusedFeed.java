package org.tidings.replication.peer;

import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;

/// A feed that is not taken from a peer any more on this connection, because of what it sent as a
/// message of it. Other feeds go on. A value.
public record RefusedFeed(FeedId feed, Told why) {

  /// The peer sent something that is no message.
  public static RefusedFeed of(FeedId feed, Verdict.Refused refused) {
    return new RefusedFeed(
        feed,
        switch (refused) {
          case Verdict.Forged forged -> Told.of(FeedFault.FORGED);
          case Verdict.Malformed(String reason) -> Told.of(FeedFault.BROKEN, reason);
          case Verdict.Foreign foreign -> Told.of(FeedFault.FOREIGN);
        });
  }

  /// The peer sent a genuine message that contradicts those we have.
  public static RefusedFeed of(FeedId feed, Verdict.Forked forked) {
    return new RefusedFeed(feed, Told.of(FeedFault.FORKED, forked.message().sequence().toString()));
  }
}
