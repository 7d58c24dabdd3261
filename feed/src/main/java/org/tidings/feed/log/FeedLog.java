package org.tidings.feed.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// The messages on disk: verified, chained and committed. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class FeedLog {

  /// The newest sequence of every feed we hold.
  public Map<FeedId, Sequence> heads() {
    throw new UnsupportedOperationException();
  }

  public Optional<Head> head(FeedId feed) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` messages of a feed, upwards from `from`.
  public List<StoredMessage> range(FeedId feed, Sequence from, int limit) {
    throw new UnsupportedOperationException();
  }

  public Optional<StoredMessage> get(MessageId id) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` messages, newest arrival first, those that arrived before number `before`
  /// (start with [Long#MAX_VALUE]).
  public List<StoredMessage> newest(LogFilter filter, long before, int limit) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` messages in order of arrival, those that arrived after number `after` (start
  /// with 0).
  public List<StoredMessage> oldest(LogFilter filter, long after, int limit) {
    throw new UnsupportedOperationException();
  }

  /// How many messages are stored.
  public long count() {
    throw new UnsupportedOperationException();
  }

  /// How many feeds have at least one message.
  public int feeds() {
    throw new UnsupportedOperationException();
  }
}
