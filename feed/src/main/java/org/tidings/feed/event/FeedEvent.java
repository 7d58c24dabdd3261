package org.tidings.feed.event;

import java.util.List;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Something that has happened and is on disk.
public sealed interface FeedEvent {

  /// Messages were appended: one event for each committed batch.
  record MessagesAppended(List<Appended> messages) implements FeedEvent {
    public MessagesAppended {
      messages = List.copyOf(messages);
    }
  }

  /// One appended message; `type` is empty when the content is encrypted.
  record Appended(FeedId author, Sequence sequence, MessageId id, String type) {}

  /// Newest posts of feeds whose history is still arriving have come.
  record EarlyArrived() implements FeedEvent {}

  /// Hops, relationships, what is muted or what we call somebody changed.
  record GraphChanged() implements FeedEvent {}

  /// A blob is complete on disk.
  record BlobStored(BlobId blob) implements FeedEvent {}

  /// The publishing gate opened or closed, or let out messages of ours that never left before.
  record PublishingChanged() implements FeedEvent {}

  /// Private messages have been read: what they say shows now.
  record MessagesDecrypted(List<MessageId> messages) implements FeedEvent {
    public MessagesDecrypted {
      messages = List.copyOf(messages);
    }
  }

  /// Indexes that were behind have come further.
  record IndexesProgressed() implements FeedEvent {}

  /// Everything of a feed has been dropped.
  record FeedDropped(FeedId feed) implements FeedEvent {}

  /// Stored messages of a feed are damaged: it seems to end before them until they have come again.
  record FeedDamaged(FeedId feed) implements FeedEvent {}

  /// What was damaged of a feed has come again, or as much of it that the feed reaches further, or
  /// was mended here.
  record FeedHealed(FeedId feed) implements FeedEvent {}
}
