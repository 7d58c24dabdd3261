package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Reads stored messages back as the indexes once saw them: each message, followed by what it says
/// if it is private and has been read. Those that are damaged are left out, and so is what was once
/// read and cannot be read any more. Stateless.
public final class StoredEntries {

  private static final String SELECT =
      "SELECT m.arrival, m.received, m.feed, m.type, o.content, m.id, "
          + StoredWire.COLUMNS
          + ", "
          + Placement.SHOWN
          + " FROM messages m"
          + " LEFT JOIN opened o ON m.type = '' AND o.arrival = m.arrival WHERE ";

  private StoredEntries() {}

  /// Part of the log.
  ///
  /// @param entries those whose type was asked for
  /// @param last the arrival number up to which messages were looked at
  /// @param isEnd whether nothing came after them at that time
  public record Stretch(List<Entry> entries, long last, boolean isEnd) {}

  /// The arrival number of the newest message; 0 when there is none.
  public static long last(Tx tx) {
    return tx.one("SELECT max(arrival) FROM messages", row -> row.number(1)).orElse(0L);
  }

  /// At most `limit` messages that arrived after number `after`, those of some types decoded.
  static Stretch after(Tx tx, long after, int limit, Predicate<String> types) {
    return stretch(tx, SELECT + "m.arrival > ? ORDER BY m.arrival LIMIT ?", after, limit, types);
  }

  /// The same of these types alone, found by the index of types; none of the others is looked at.
  static Stretch ofTypes(Tx tx, List<String> types, long after, int limit) {
    String each =
        types.stream()
            .map(
                type ->
                    "SELECT arrival FROM (SELECT arrival FROM messages WHERE type = '%s'"
                            .formatted(type)
                        + " AND arrival > ?1 ORDER BY arrival LIMIT ?2)")
            .collect(Collectors.joining(" UNION ALL "));
    return stretch(
        tx,
        SELECT + "m.arrival IN (" + each + ") ORDER BY m.arrival LIMIT ?2",
        after,
        limit,
        type -> true);
  }

  private static Stretch stretch(
      Tx tx, String select, long after, int limit, Predicate<String> types) {
    List<Entry> entries = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    tx.each(
        select,
        row -> {
          seen.add(row.number(1));
          if (types.test(row.text(4))) {
            entries.addAll(sound(row));
          }
        },
        after,
        limit);
    return new Stretch(entries, seen.isEmpty() ? after : seen.getLast(), seen.size() < limit);
  }

  /// The end of a feed.
  ///
  /// @param entries newest first; what a private message says stands before itself
  /// @param from the sequence of the first row looked at; 0 when there was none
  /// @param isSound whether none of the rows is damaged, nor what was once read of a private one
  public record Tail(List<Entry> entries, long from, boolean isSound) {}

  /// The newest `limit` messages of a feed.
  public static Tail tailOf(Tx tx, int feed, int limit) {
    List<Entry> entries = new ArrayList<>();
    List<Long> sequences = new ArrayList<>();
    AtomicBoolean isSound = new AtomicBoolean(true);
    tx.each(
        SELECT + "m.feed = ? ORDER BY m.sequence DESC LIMIT ?",
        row -> {
          List<Entry> said = sound(row);
          entries.addAll(said.reversed());
          sequences.add(row.number(8));
          isSound.compareAndSet(true, !said.isEmpty() && isLegible(row.bytes(5)));
        },
        feed,
        limit);
    return new Tail(entries, sequences.isEmpty() ? 0 : sequences.getLast(), isSound.get());
  }

  /// What arrived under this number, and what was read in it; nothing where it is damaged.
  public static List<Entry> at(Tx tx, long arrival) {
    return tx.one(SELECT + "m.arrival = ?", StoredEntries::sound, arrival).orElse(List.of());
  }

  /// Of the encrypted messages that arrived after a number and were not read yet, at most `limit`.
  public static Stretch unread(Tx tx, long after, int limit) {
    return stretch(
        tx,
        SELECT + "m.type = '' AND m.arrival > ? AND o.arrival IS NULL ORDER BY m.arrival LIMIT ?",
        after,
        limit,
        type -> true);
  }

  private static List<Entry> sound(Row row) {
    if (!(MessageCodec.decode(StoredWire.of(row, 7)) instanceof Message message)
        || !Arrays.equals(message.id().bytes(), row.bytes(6))) {
      return List.of();
    }
    Meaning meaning = Meaning.inTheOpen(message.content());
    Placement placement = new Placement(row.number(2), row.number(12));
    Entry entry = new Entry(row.number(1), placement, row.integer(3), message, meaning);
    byte[] decrypted = row.bytes(5);
    return decrypted.length == 0
        ? List.of(entry)
        : parse(decrypted)
            .map(said -> List.of(entry, entry.decrypted(said)))
            .orElse(List.of(entry));
  }

  private static boolean isLegible(byte[] decrypted) {
    return decrypted.length == 0 || parse(decrypted).isPresent();
  }

  /// What was once decrypted and kept, unless it is damaged: the message counts as not read then.
  public static Optional<JsonObject> parse(byte[] decrypted) {
    try {
      return Json.parse(decrypted).asObject();
    } catch (JsonException damaged) {
      return Optional.empty();
    }
  }
}
