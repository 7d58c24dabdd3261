package org.tidings.feed.log;

import java.util.Set;
import java.util.function.Supplier;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;

/// Whose word about our own feed the publishing gate takes: peers we have an address of, and whom
/// we follow, who may only ever call us. Thread-safe.
///
/// @param addressed whom we have an address of
public record Acquaintances(Supplier<Set<FeedId>> addressed, SocialGraph graph) {

  /// How many could be heard.
  int count() {
    int addresses = addressed.get().size();
    return addresses > 0 ? addresses : graph.followed().size();
  }

  boolean isAddressed(FeedId peer) {
    return addressed.get().contains(peer);
  }

  boolean isFollowed(FeedId peer) {
    return graph.relationship(peer).following();
  }
}
