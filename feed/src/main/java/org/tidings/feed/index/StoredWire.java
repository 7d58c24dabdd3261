package org.tidings.feed.index;

import java.util.Optional;
import org.tidings.feed.message.Message.Envelope;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;

/// Finds a stored message, and puts its bytes together again, from its row, its author's and the
/// one before it. Stateless.
public final class StoredWire {

  /// The id of the message before one of a table `messages m`.
  static final String PREVIOUS =
      "(SELECT p.id FROM messages p WHERE p.feed = m.feed AND p.sequence = m.sequence - 1"
          + " AND m.sequence > 1)";

  /// What has to be selected of a table `messages m`.
  public static final String COLUMNS =
      "m.wire, m.sequence, m.claimed, (SELECT f.id FROM feeds f WHERE f.feed = m.feed), "
          + PREVIOUS;

  private StoredWire() {}

  /// Whether a row of `messages m` is that of an id: the index knows but the first eight bytes.
  ///
  /// @param id in SQL
  public static String hasId(String id) {
    return "substr(m.id, 1, 8) = substr(%1$s, 1, 8) AND m.id = %1$s".formatted(id);
  }

  /// The wire form; of a row so damaged that it names no message at all, nothing.
  ///
  /// @param first where [#COLUMNS] begin in the row
  public static byte[] of(Row row, int first) {
    try {
      return whole(row, first);
    } catch (IllegalArgumentException damaged) {
      return new byte[0];
    }
  }

  private static byte[] whole(Row row, int first) {
    Optional<MessageId> previous =
        Optional.of(row.bytes(first + 4)).filter(id -> id.length > 0).map(MessageId::of);
    FeedId author = FeedId.of(row.bytes(first + 3));
    Sequence sequence = new Sequence(row.number(first + 1));
    return StoredForm.wire(
        row.bytes(first), new Envelope(previous, author, sequence, row.real(first + 2)));
  }
}
