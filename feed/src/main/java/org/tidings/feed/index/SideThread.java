package org.tidings.feed.index;

import org.tidings.feed.ref.MessageId;

/// A thread that begins at a post in the middle of another one. Protocol 10.7.
///
/// @param at the post it begins at
/// @param first the oldest of its answers
/// @param posts how many answers of it may be shown; more than [ThreadSummary#MANY] stand for
///     however many
public record SideThread(MessageId at, MessageId first, int posts) {}
