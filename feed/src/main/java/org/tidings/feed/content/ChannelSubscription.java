package org.tidings.feed.content;

/// Subscribes to a channel or ends that; the latest message of an author wins. Protocol 10.4.
///
/// @param channel normalised
public record ChannelSubscription(String channel, boolean subscribed) implements Content {}
