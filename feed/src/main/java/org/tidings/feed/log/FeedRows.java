package org.tidings.feed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message.Envelope;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;

/// Messages of one feed as they come out of the table `messages`, in order: each is put together
/// again with the id of the row before it, so that nothing has to be looked up for it. Whole feeds
/// are sent to peers in this way. Confined to one query.
final class FeedRows {

  /// The rows of a feed upwards from the one before those wanted, one more than those.
  static final String SELECT =
      "SELECT sequence, id, wire, claimed, arrival, received FROM messages"
          + " WHERE feed = ? AND sequence >= ? ORDER BY sequence LIMIT ?";

  private final FeedId author;
  private final Sequence from;
  private final int limit;
  private final List<StoredMessage> messages = new ArrayList<>();
  private long before;
  private Optional<MessageId> idBefore = Optional.empty();

  /// At most `limit` of them, upwards from `from`.
  FeedRows(FeedId author, Sequence from, int limit) {
    this.author = author;
    this.from = from;
    this.limit = limit;
  }

  List<StoredMessage> messages() {
    return messages;
  }

  /// Takes the next row. One so damaged that it names no message at all is left out.
  void take(Row row) {
    long sequence = row.number(1);
    Optional<MessageId> previous = before == sequence - 1 ? idBefore : Optional.empty();
    before = sequence;
    idBefore = Optional.empty();
    try {
      MessageId id = MessageId.of(row.bytes(2));
      idBefore = Optional.of(id);
      if (sequence >= from.value() && messages.size() < limit) {
        messages.add(stored(row, new Head(id, new Sequence(sequence)), previous));
      }
    } catch (IllegalArgumentException damaged) {
      // The messages after it show by themselves that something is missing.
    }
  }

  private StoredMessage stored(Row row, Head place, Optional<MessageId> previous) {
    Envelope envelope = new Envelope(previous, author, place.sequence(), row.real(4));
    byte[] wire = StoredForm.wire(row.bytes(3), envelope);
    return new StoredMessage(author, place, wire, new Arrival(row.number(5), row.number(6)));
  }
}
