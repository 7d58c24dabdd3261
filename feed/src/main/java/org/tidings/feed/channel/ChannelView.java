package org.tidings.feed.channel;

/// A channel as it is listed.
///
/// @param name without `#`
/// @param isOurs whether we subscribe to it
public record ChannelView(String name, int subscribers, boolean isOurs) {}
