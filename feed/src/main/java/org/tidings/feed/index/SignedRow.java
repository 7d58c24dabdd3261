package org.tidings.feed.index;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Message.Envelope;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.message.WireCheck;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;

/// What a row of `messages` says whose bytes are those that were signed. Immutable.
///
/// @param previous the message before it in its feed
/// @param timestamp what its author says, epoch milliseconds; anything at all
record SignedRow(
    MessageId id, FeedId author, Json content, Optional<MessageId> previous, double timestamp) {

  /// What has to be selected of a table `messages m`.
  static final String COLUMNS = "m.id, m.wire, m.sequence, m.claimed, " + StoredWire.PREVIOUS;

  /// Empty where the bytes do not give the id, or are of another place or author: a hash tells, and
  /// only the content is parsed.
  ///
  /// @param first where [#COLUMNS] begin in the row
  static Optional<SignedRow> of(Row row, int first, FeedId author) {
    try {
      return of(
          MessageId.of(row.bytes(first)),
          row.bytes(first + 1),
          new Envelope(
              Optional.of(row.bytes(first + 4)).filter(id -> id.length > 0).map(MessageId::of),
              author,
              new Sequence(row.number(first + 2)),
              row.real(first + 3)));
    } catch (IllegalArgumentException | JsonException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<SignedRow> of(MessageId id, byte[] stored, Envelope row)
      throws JsonException {
    byte[] wire = StoredForm.wire(stored, row);
    if (StoredForm.isWhole(stored)) {
      // Kept whole: what its row says beside it is not among what was hashed.
      return WireCheck.isMessage(wire, id, row.author(), row.sequence())
              && MessageCodec.decode(wire) instanceof Message message
          ? Optional.of(
              new SignedRow(
                  id, row.author(), message.content(), message.previous(), message.timestamp()))
          : Optional.empty();
    }
    if (!WireCheck.hasId(wire, id)) {
      return Optional.empty();
    }
    Json content = StoredForm.content(stored);
    return Optional.of(new SignedRow(id, row.author(), content, row.previous(), row.timestamp()));
  }
}
