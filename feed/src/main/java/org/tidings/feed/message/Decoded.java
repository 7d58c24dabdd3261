package org.tidings.feed.message;

/// What [MessageCodec#decode] read: a well-shaped message, its signature not yet checked, or why it
/// is none.
public sealed interface Decoded permits Message, Verdict.Unreadable {}
