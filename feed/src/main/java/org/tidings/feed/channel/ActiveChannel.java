package org.tidings.feed.channel;

/// A channel in which something was said lately.
///
/// @param posts how many posts
public record ActiveChannel(ChannelView channel, int posts) {}
