package org.tidings.feed.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.index.Placement;
import org.tidings.feed.index.StoredWire;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Compares stored messages with what their rows say, a slice of the log at a time. Signatures were
/// checked when the messages came in: id and checksum cover what was signed. Confined to one
/// thread.
final class LogCheck {

  private static final String SELECT =
      "SELECT m.arrival, m.feed, m.sequence, m.claimed, m.type, m.id, "
          + "(SELECT p.id FROM messages p WHERE p.feed = m.feed AND p.sequence = m.sequence - 1"
          + " AND m.sequence > 1), "
          + StoredWire.COLUMNS
          + ", %s FROM messages m WHERE m.arrival > ? ORDER BY m.arrival LIMIT ?";

  /// Of a file that no program has opened yet which notes times: there is nothing to be wrong.
  private static final String UNNOTED = "1";

  private static final String IS_PLACED = "m.shown IS " + Placement.NOTED;

  private static final String HOLES =
      "SELECT feed, min(sequence) FROM messages m"
          + " WHERE feed IN (SELECT feed FROM messages WHERE sequence > 0 GROUP BY feed"
          + "   HAVING count(*) <> max(sequence) OR min(sequence) <> 1)"
          + " AND feed IN (SELECT feed FROM feeds) AND sequence > 0"
          + " AND NOT EXISTS (SELECT 1 FROM messages n"
          + "   WHERE n.feed = m.feed AND n.sequence = m.sequence + 1)"
          + " GROUP BY feed";

  private static final String UNREAD =
      "SELECT feed, min(sequence) FROM messages INDEXED BY messages_by_feed"
          + " WHERE arrival BETWEEN ? AND ? AND sequence > 0 AND feed IN (SELECT feed FROM feeds)"
          + " GROUP BY feed";

  private final Map<Integer, Long> sound = new HashMap<>();
  private final List<Long> unsound = new ArrayList<>();
  private final Map<Long, String> types = new HashMap<>();
  private int strays;
  private long last;
  private long messages;

  LogCheck(long after) {
    this.last = after;
  }

  /// Up to which sequence the damaged feeds found so far are sound, by their numbers.
  Map<Integer, Long> sound() {
    return sound;
  }

  /// The arrival numbers of the damaged messages.
  List<Long> unsound() {
    return unsound;
  }

  /// By the arrival numbers of those whose bytes are right, but not what their rows say beside
  /// them: the type it should be.
  Map<Long, String> types() {
    return types;
  }

  /// How many messages were looked at.
  long messages() {
    return messages;
  }

  /// Up to which arrival number.
  long last() {
    return last;
  }

  /// Looks at the next `limit` messages; false when there were fewer. Where it fails, those before
  /// were looked at.
  boolean next(Tx tx, int limit) {
    long before = messages;
    tx.each(
        SELECT.formatted(notesTimes(tx) ? IS_PLACED : UNNOTED),
        row -> {
          if (!isSound(row)) {
            unsound.add(row.number(1));
            blame(row);
          }
          last = row.number(1);
          messages++;
        },
        last,
        limit);
    return messages - before == limit;
  }

  private static boolean notesTimes(Tx tx) {
    return tx.one("SELECT 1 FROM pragma_table_info('messages') WHERE name = 'shown'", row -> true)
        .isPresent();
  }

  private void blame(Row row) {
    boolean isSomebodys = row.bytes(11).length > 0 && row.number(3) > 0;
    if (isSomebodys) {
      sound.merge(row.integer(2), row.number(3) - 1, Math::min);
    } else {
      strays++;
    }
  }

  /// How many messages are of nobody known, or in no place. Where they are missing is a hole.
  int strays() {
    return strays;
  }

  /// Leaves out the next messages, which cannot be read.
  void pass(long arrivals) {
    last += arrivals;
  }

  /// Takes messages with these numbers, which cannot be read, for damaged: the index of places
  /// still says whose they are.
  void blameUnread(Tx tx, long from, long to) {
    tx.each(UNREAD, row -> sound.merge(row.integer(1), row.number(2) - 1, Math::min), from, to);
  }

  /// Looks for messages that are not there.
  void holes(Tx tx) {
    tx.each(
        HOLES,
        row -> {
          long end = row.number(2);
          sound.merge(row.integer(1), isFirstThere(tx, row.integer(1)) ? end : 0, Math::min);
        });
  }

  private static boolean isFirstThere(Tx tx, int feed) {
    return tx.one("SELECT 1 FROM messages WHERE feed = ? AND sequence = 1", row -> true, feed)
        .orElse(false);
  }

  private boolean isSound(Row row) {
    try {
      return MessageCodec.decode(StoredWire.of(row, 8)) instanceof Message message
          && message.is(row.bytes(6), FeedId.of(row.bytes(11)), row.number(3))
          && message.timestamp() == row.real(4)
          && message.previous().equals(previous(row.bytes(7)))
          && isRowRight(row, message.type());
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }

  private boolean isRowRight(Row row, String type) {
    boolean isRight = Tx.kept(type).equals(row.text(5)) && row.integer(13) == 1;
    if (!isRight) {
      types.put(row.number(1), type);
    }
    return isRight;
  }

  private static Optional<MessageId> previous(byte[] id) {
    return id.length == 0 ? Optional.empty() : Optional.of(MessageId.of(id));
  }
}
