package org.tidings.feed.message;

import org.tidings.feed.ref.MessageId;

/// The newest message of a feed as far as we hold it.
public record Head(MessageId id, Sequence sequence) {}
