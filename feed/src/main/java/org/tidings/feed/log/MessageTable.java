package org.tidings.feed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.StoredWire;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.StoredForm;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// The table `messages`. Thread-safe: the state is in the transaction it is given.
final class MessageTable {

  private static final String SELECT =
      "SELECT m.feed, m.sequence, m.id, m.arrival, m.received, "
          + StoredWire.COLUMNS
          + " FROM messages m WHERE ";

  private final FeedNumbers numbers;

  MessageTable(FeedNumbers numbers) {
    this.numbers = numbers;
  }

  /// The highest arrival number ever given out.
  long lastArrival(Tx tx) {
    return tx.one("SELECT seq FROM sqlite_sequence WHERE name = 'messages'", row -> row.number(1))
        .orElse(0L);
  }

  /// Appends without any check.
  void insert(Tx tx, Entry entry) {
    Message message = entry.message();
    tx.update(
        "INSERT INTO messages (arrival, feed, sequence, claimed, received, type, id, wire)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        entry.arrival(),
        entry.feed(),
        message.sequence().value(),
        message.timestamp(),
        entry.receivedMs(),
        message.type(),
        message.id().bytes(),
        StoredForm.of(message));
  }

  /// Whether this is the message we hold at its place.
  boolean holds(Tx tx, FeedId author, Sequence sequence, MessageId id) {
    return numbers.known(author).stream()
        .boxed()
        .flatMap(feed -> idAt(tx, feed, sequence).stream())
        .anyMatch(id::equals);
  }

  private static Optional<MessageId> idAt(Tx tx, int feed, Sequence sequence) {
    return tx.one(
        "SELECT id FROM messages WHERE feed = ? AND sequence = ?",
        row -> MessageId.of(row.bytes(1)),
        feed,
        sequence.value());
  }

  Optional<StoredMessage> find(Tx tx, MessageId id) {
    return list(tx, SELECT + "substr(m.id, 1, 8) = substr(?1, 1, 8) AND m.id = ?1", id.bytes())
        .stream()
        .findFirst();
  }

  List<StoredMessage> range(Tx tx, FeedId author, Sequence from, int limit) {
    return list(
        tx,
        SELECT + "m.feed = ? AND m.sequence >= ? ORDER BY m.sequence LIMIT ?",
        numberOf(author),
        from.value(),
        limit);
  }

  List<StoredMessage> newest(Tx tx, LogFilter filter, long before, int limit) {
    return page(tx, filter, "m.arrival < ?", "DESC", before, limit);
  }

  List<StoredMessage> oldest(Tx tx, LogFilter filter, long after, int limit) {
    return page(tx, filter, "m.arrival > ?", "ASC", after, limit);
  }

  /// A feed's messages arrive in the order of their sequences, so its own index answers for one
  /// author; for all of them the table itself does.
  private List<StoredMessage> page(
      Tx tx, LogFilter filter, String beyond, String direction, long key, int limit) {
    String type = filter.type().isPresent() ? " AND m.type = ?3" : "";
    String unblocked = filter.isUnblocked() ? " AND" + Reading.unblocked("m.feed") : "";
    String bounds = beyond.replace("?", "?1") + type + unblocked;
    String sql =
        filter.author().isPresent()
            ? SELECT
                + "m.feed = ?4 AND "
                + bounds
                + " ORDER BY m.sequence "
                + direction
                + " LIMIT ?2"
            : SELECT + bounds + " ORDER BY m.arrival " + direction + " LIMIT ?2";
    if (filter.author().isPresent()) {
      int author = numberOf(filter.author().get());
      return list(tx, sql, key, limit, filter.type().orElse(""), author);
    }
    return filter.type().isPresent()
        ? list(tx, sql, key, limit, filter.type().get())
        : list(tx, sql, key, limit);
  }

  /// Every feed with its newest message. `CROSS` keeps SQLite from going through all messages
  /// instead of all feeds.
  void eachHead(Tx tx, BiConsumer<FeedId, Head> sink) {
    tx.each(
        "SELECT m.feed, m.sequence, m.id FROM feeds f CROSS JOIN messages m ON m.feed = f.feed"
            + " AND m.sequence = (SELECT max(sequence) FROM messages WHERE feed = f.feed)",
        row ->
            sink.accept(
                numbers.idOf(row.integer(1)),
                new Head(MessageId.of(row.bytes(3)), new Sequence(row.number(2)))));
  }

  /// Puts a message in the place of what is stored there. Returns whether something was.
  boolean replace(Tx tx, int feed, Message message) {
    return tx.update(
            "UPDATE messages SET claimed = ?, type = ?, id = ?, wire = ?"
                + " WHERE feed = ? AND sequence = ?",
            message.timestamp(),
            message.type(),
            message.id().bytes(),
            StoredForm.of(message),
            feed,
            message.sequence().value())
        == 1;
  }

  /// Gives a message a new place in the order of arrival, and answers that.
  long move(Tx tx, StoredMessage message, long arrival) {
    tx.update(
        "UPDATE messages SET arrival = ? WHERE arrival = ?", arrival, message.arrival().number());
    tx.update("UPDATE sqlite_sequence SET seq = ? WHERE name = 'messages'", arrival);
    return arrival;
  }

  /// The message at a place, unless not even its row can be read.
  Optional<StoredMessage> at(Tx tx, FeedId author, long sequence) {
    return range(tx, author, new Sequence(sequence), 1).stream()
        .filter(stored -> stored.sequence().value() == sequence)
        .findFirst();
  }

  /// Removes a feed's messages from this sequence on.
  void cut(Tx tx, int feed, long from) {
    tx.update("DELETE FROM messages WHERE feed = ? AND sequence >= ?", feed, from);
  }

  /// The last message of a feed.
  Optional<Head> last(Tx tx, int feed) {
    return headAt(tx, feed, Sequence.LARGEST);
  }

  /// The last message of a feed up to this sequence.
  Optional<Head> headAt(Tx tx, int feed, long sequence) {
    return tx.one(
        "SELECT id, sequence FROM messages WHERE feed = ? AND sequence <= ?"
            + " ORDER BY sequence DESC LIMIT 1",
        row -> new Head(MessageId.of(row.bytes(1)), new Sequence(row.number(2))),
        feed,
        sequence);
  }

  /// The sequence of the last row of a feed.
  long end(Tx tx, int feed) {
    return tx.one("SELECT max(sequence) FROM messages WHERE feed = ?", row -> row.number(1), feed)
        .orElse(0L);
  }

  private int numberOf(FeedId feed) {
    return numbers.known(feed).orElse(-1);
  }

  /// Rows that name no message at all are left out.
  private List<StoredMessage> list(Tx tx, String sql, Object... arguments) {
    List<StoredMessage> messages = new ArrayList<>();
    tx.each(sql, row -> stored(row).ifPresent(messages::add), arguments);
    return messages;
  }

  private Optional<StoredMessage> stored(Row row) {
    try {
      return Optional.of(
          new StoredMessage(
              numbers.idOf(row.integer(1)),
              new Head(MessageId.of(row.bytes(3)), new Sequence(row.number(2))),
              StoredWire.of(row, 6),
              new Arrival(row.number(4), row.number(5))));
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }
}
