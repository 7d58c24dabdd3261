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
import org.tidings.feed.message.Head;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.UnsignedMessage;
import org.tidings.feed.ref.FeedId;

/// Posts on their way out, one or several that follow each other: in the open as they are, or
/// sealed for their readers and nobody else. Immutable.
///
/// @param readers whom they are sealed for; empty in the open
record Letter(List<JsonObject> contents, Optional<List<FeedId>> readers) {

  static Letter of(List<Post> posts, Destination destination, FeedId self) {
    List<JsonObject> contents = posts.stream().map(Post::toJson).toList();
    if (!destination.isPrivate()) {
      return new Letter(contents, Optional.empty());
    }
    List<FeedId> readers = destination.recipients(self);
    return new Letter(
        contents.stream().map(content -> Recipients.put(content, readers)).toList(),
        Optional.of(readers));
  }

  /// How many plain letters more the message of the first post could hold; negative when it is too
  /// long. What is sealed takes four characters for three of them.
  ///
  /// @param head the newest message of `self`
  int room(FeedId self, Optional<Head> head, double nowMs) {
    JsonObject content = contents.getFirst();
    return readers
        .map(all -> Sealed.room(content, all.size(), left(self, head, nowMs, new JsonString(""))))
        .orElseGet(() -> left(self, head, nowMs, content));
  }

  private static int left(FeedId self, Optional<Head> head, double nowMs, Json signed) {
    UnsignedMessage message = UnsignedMessage.after(head, nowMs, signed);
    return MessageCodec.MAX_UNITS - message.signedUnits(self);
  }

  /// As they wait to be posted.
  ///
  /// @param dueMs when they are to be signed, epoch milliseconds
  /// @param place the name of their draft
  OutboxEntry entry(long dueMs, String place) {
    return new OutboxEntry(0, dueMs, place, readers.orElse(List.of()), contents);
  }
}
