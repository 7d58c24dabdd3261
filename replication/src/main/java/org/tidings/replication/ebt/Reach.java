package org.tidings.replication.ebt;

import java.util.Set;
import java.util.function.BiPredicate;
import org.tidings.feed.ref.FeedId;

/// What the social graph says about replication: which feeds we want, whom we follow, and who
/// blocks whom.
///
/// @param wanted the feeds to exchange with everybody, our own among them, in the order in which
///     they are asked for
/// @param followed whom we follow: of several who have a feed they are asked first
/// @param blocks whether the first feed's author blocks the second's
public record Reach(Set<FeedId> wanted, Set<FeedId> followed, BiPredicate<FeedId, FeedId> blocks) {

  /// Whether the feed may be exchanged with that peer at all.
  boolean allows(FeedId feed, FeedId peer) {
    return wanted.contains(feed) && !blocks.test(feed, peer);
  }
}
