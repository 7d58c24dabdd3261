package org.tidings.feed.log;

import java.util.List;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// Signs and appends our own messages. Returns after the durable commit: what it returned is on
/// disk, what it threw for is not there at all. Thread-safe; callers queue up behind each other, so
/// the feed cannot fork.
@SuppressWarnings("DoNotCallSuggester")
public final class Publisher {

  public Message publish(JsonObject content) throws PublishRefused {
    throw new UnsupportedOperationException();
  }

  /// Encrypts for the recipients (one to seven; add yourself to read it again) and publishes. Fails
  /// closed: nothing is ever published in the open instead.
  public Message publishPrivate(JsonObject content, List<FeedId> recipients) throws PublishRefused {
    throw new UnsupportedOperationException();
  }
}
