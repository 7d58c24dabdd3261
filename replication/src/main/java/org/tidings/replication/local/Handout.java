package org.tidings.replication.local;

import org.tidings.feed.Feeds;
import org.tidings.feed.log.StoredMessage;

/// Decides what of the log may be taken elsewhere, by programs of ours or in a file: nothing that
/// is damaged, and of our own messages none that never left while publishing is held. Those that
/// are let out count as released from then on. Thread-safe.
public record Handout(Feeds feeds) {
  /// Whether the message may leave.
  public boolean lets(StoredMessage message) {
    return feeds.doctor().vouchesFor(message)
        && (!message.author().equals(feeds.identity().id())
            || feeds.gate().release(message.sequence()));
  }
}
