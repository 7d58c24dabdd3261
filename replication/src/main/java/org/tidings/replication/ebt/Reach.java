package org.tidings.replication.ebt;

import java.util.Set;
import java.util.function.Function;
import org.tidings.feed.ref.FeedId;

/// What the social graph says about replication: which feeds we want, whom we follow, and who
/// blocks whom.
///
/// @param wanted the feeds to exchange with everybody, our own among them, in the order in which
///     they are asked for
/// @param followed whom we follow: of several who have a feed they are asked first
/// @param blockers those who block somebody; asked when a stream is opened and when this is told
public record Reach(
    Set<FeedId> wanted, Set<FeedId> followed, Function<FeedId, Set<FeedId>> blockers) {}
