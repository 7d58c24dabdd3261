package org.tidings.replication.local;

import org.tidings.feed.Feeds;
import org.tidings.feed.log.StoredMessage;

/// Decides what of the log may be taken elsewhere, by programs of ours or in a file: nothing that
/// is damaged, and of our own messages none that never left while publishing is held. Those that
/// are let out count as released from then on. Where nothing can be written that cannot be noted,
/// and all of ours may be taken: a folder that can only be read asks for a rescue copy, nothing can
/// be posted in it, and no peer is served from it. Thread-safe.
public record Handout(Feeds feeds) {
  /// Whether the message may leave.
  public boolean lets(StoredMessage message) {
    return feeds.doctor().vouchesFor(message)
        && (!message.author().equals(feeds.identity().id())
            || feeds.isReadOnly()
            || feeds.gate().release(message.sequence()));
  }
}
