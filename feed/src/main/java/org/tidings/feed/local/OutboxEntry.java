package org.tidings.feed.local;

import java.util.List;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// Something written that will be signed when its time has come: one post, or several that follow
/// each other in a thread.
///
/// @param number its own in the outbox
/// @param dueMs when it is to be signed, epoch milliseconds
/// @param place the draft it came from, to go back to
/// @param recipients whom it is for; empty in the open
/// @param posts the contents, in order; what follows the first answers the one before it
public record OutboxEntry(
    long number, long dueMs, String place, List<FeedId> recipients, List<JsonObject> posts) {

  public OutboxEntry {
    recipients = List.copyOf(recipients);
    posts = List.copyOf(posts);
  }
}
