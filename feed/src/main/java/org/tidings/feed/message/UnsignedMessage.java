package org.tidings.feed.message;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.MessageId;

/// The next message of our own feed, before it is signed.
///
/// @param timestamp milliseconds since 1970
/// @param content an object, or a string ending in `.box` when encrypted
public record UnsignedMessage(
    Optional<MessageId> previous, Sequence sequence, double timestamp, Json content) {}
