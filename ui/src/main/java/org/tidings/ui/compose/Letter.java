package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.log.Sealed;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.UnsignedMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.workspace.Workspace;

/// A post on its way out: in the open as it is, or sealed for its readers and nobody else.
/// Immutable.
///
/// @param readers whom it is sealed for; empty in the open
record Letter(JsonObject content, Optional<List<FeedId>> readers) {

  static Letter of(Post post, Destination destination, FeedId self) {
    JsonObject content = post.toJson();
    if (!destination.isPrivate()) {
      return new Letter(content, Optional.empty());
    }
    List<FeedId> readers = destination.recipients(self);
    return new Letter(Recipients.put(content, readers), Optional.of(readers));
  }

  /// How many characters more the message could hold; negative when it is too long.
  int room(Workspace workspace) {
    double now = workspace.environment().clock().millis();
    FeedId self = workspace.self();
    UnsignedMessage message =
        UnsignedMessage.after(workspace.feeds().log().head(self), now, asSigned());
    return MessageCodec.MAX_UNITS - message.signedUnits(self);
  }

  /// Of what is sealed, only the length is known before.
  private Json asSigned() {
    return readers
        .<Json>map(all -> new JsonString("A".repeat(Sealed.characters(content, all.size()))))
        .orElse(content);
  }

  /// As it waits to be posted.
  ///
  /// @param dueMs when it is to be signed, epoch milliseconds
  /// @param place the name of its draft
  OutboxEntry entry(long dueMs, String place) {
    return new OutboxEntry(0, dueMs, place, readers.orElse(List.of()), List.of(content));
  }
}
