package org.tidings.feed.index;

import org.tidings.feed.graph.Relationship;

/// Somebody as who they may be to us can be told at a glance; far less to read than a
/// [ProfileView].
public record Acquaintance(Byline shown, FriendsInCommon inCommon, Relationship relationship) {}
