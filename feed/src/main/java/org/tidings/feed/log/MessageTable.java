package org.tidings.feed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Placement;
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

  private static final String LAST_ARRIVAL =
      "SELECT max(coalesce((SELECT max(arrival) FROM messages), 0), coalesce("
          + "(SELECT CAST(seq AS INTEGER) FROM sqlite_sequence WHERE name = 'messages'), 0))";

  /// In the place of a peer; their numbers begin with 1.
  private static final int FILE = 0;

  /// The arrival numbers of those before and after a place of a feed.
  private static final String AROUND =
      "SELECT coalesce((SELECT p.arrival FROM messages p WHERE p.feed = ?1 AND p.sequence < ?2"
          + " ORDER BY p.sequence DESC LIMIT 1), 0), arrival FROM messages"
          + " WHERE feed = ?1 AND sequence > ?2 ORDER BY sequence LIMIT 1";

  /// An arrival number behind `?1`, and not behind `?2`, that no message has.
  private static final String FREE =
      "SELECT n + 1 FROM (SELECT ?1 AS n UNION ALL"
          + " SELECT arrival FROM messages WHERE arrival > ?1 AND arrival < ?2)"
          + " WHERE NOT EXISTS (SELECT 1 FROM messages WHERE arrival = n + 1) LIMIT 1";

  /// So many numbers are looked at for one that is free: a fraction of a second.
  private static final long MOST_LOOKED_AT = 100_000;

  private final FeedNumbers numbers;

  MessageTable(FeedNumbers numbers) {
    this.numbers = numbers;
  }

  /// The highest arrival number ever given out. SQLite notes it, also that of a message that is
  /// gone; a note below what is stored is damaged.
  long lastArrival(Tx tx) {
    return tx.one(LAST_ARRIVAL, row -> row.number(1)).orElse(0L);
  }

  /// Has the note of it say so, before any message is dropped by which it could be told.
  boolean mendLastArrival(Tx tx) {
    return tx.update(
            "UPDATE sqlite_sequence SET seq = ?1 WHERE name = 'messages' AND seq <> ?1",
            lastArrival(tx))
        > 0;
  }

  /// Appends without any check.
  ///
  /// @param origin none when it was written here
  void insert(Tx tx, Entry entry, Optional<Origin> origin) {
    Message message = entry.message();
    OptionalLong shown = entry.placement().exception(message.timestamp());
    tx.update(
        "INSERT INTO messages"
            + " (arrival, feed, sequence, claimed, received, type, id, wire, shown, origin)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.arrival(),
        entry.feed(),
        message.sequence().value(),
        message.timestamp(),
        entry.receivedMs(),
        message.type(),
        message.id().bytes(),
        StoredForm.of(message),
        shown.isPresent() ? shown.getAsLong() : null,
        origin.map(from -> numberOf(tx, from)).orElse(null));
  }

  /// That of the message at a place of a feed.
  Optional<Placement> placement(Tx tx, int feed, long sequence) {
    return tx.one(
        "SELECT m.received, "
            + Placement.SHOWN
            + " FROM messages m WHERE m.feed = ? AND m.sequence = ?",
        row -> new Placement(row.number(1), row.number(2)),
        feed,
        sequence);
  }

  /// A peer that has no number yet is given one: it has brought a message that nobody else had.
  private int numberOf(Tx tx, Origin origin) {
    return switch (origin) {
      case Origin.FromPeer from -> numbers.numberOf(tx, from.peer());
      case Origin.Import imported -> FILE;
    };
  }

  /// How a message came here, as far as that was kept.
  Optional<Origin> originOf(Tx tx, MessageId id) {
    return tx.one(
            "SELECT m.origin FROM messages m WHERE typeof(m.origin) = 'integer' AND "
                + StoredWire.hasId("?1"),
            row -> row.number(1),
            id.bytes())
        .flatMap(this::origin);
  }

  private Optional<Origin> origin(long number) {
    return number == FILE
        ? Optional.of(new Origin.Import())
        : numbers.find(number).map(Origin.FromPeer::new);
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
    return list(tx, SELECT + StoredWire.hasId("?1"), id.bytes()).stream().findFirst();
  }

  List<StoredMessage> range(Tx tx, FeedId author, Sequence from, int limit) {
    FeedRows rows = new FeedRows(author, from, limit);
    tx.each(FeedRows.SELECT, rows::take, numberOf(author), from.value() - 1, (long) limit + 1);
    return rows.messages();
  }

  List<StoredMessage> newest(Tx tx, LogFilter filter, long before, int limit) {
    return page(tx, filter, Way.BACK, before, limit);
  }

  List<StoredMessage> oldest(Tx tx, LogFilter filter, long after, int limit) {
    return page(tx, filter, Way.ON, after, limit);
  }

  /// Towards older messages or newer ones.
  private enum Way {
    BACK("<", "DESC", Sequence.LARGEST + 1),
    ON(">", "ASC", 0);

    private final String beyond;
    private final String direction;
    private final long start;

    /// @param start a sequence before all that come that way
    Way(String beyond, String direction, long start) {
      this.beyond = beyond;
      this.direction = direction;
      this.start = start;
    }

    String ofAll() {
      return "m.arrival " + beyond + " ?1";
    }

    String ofAuthor() {
      return "m.feed = ?4 AND m.sequence "
          + beyond
          + " coalesce((SELECT k.sequence FROM messages k WHERE k.arrival = ?1 AND k.feed = ?4), "
          + start
          + ") AND "
          + ofAll();
    }
  }

  /// A feed's messages arrive in the order of their sequences, so its own index answers for one
  /// author, from the place of the last message before the page on; for all of them the table
  /// itself does, or the index of types, which has to be kept from going through all authors for
  /// one.
  private List<StoredMessage> page(Tx tx, LogFilter filter, Way way, long key, int limit) {
    String unblocked = filter.isUnblocked() ? " AND" + Reading.unblocked("m.feed") : "";
    String type = filter.type().isPresent() ? "m.type = ?3" : "TRUE";
    String end = way.direction + " LIMIT ?2";
    if (filter.author().isPresent()) {
      String sql = SELECT + way.ofAuthor() + " AND +" + type + unblocked + " ORDER BY m.sequence ";
      int author = numberOf(filter.author().get());
      return list(tx, sql + end, key, limit, filter.type().orElse(""), author);
    }
    String sql = SELECT + way.ofAll() + " AND " + type + unblocked + " ORDER BY m.arrival ";
    return filter.type().isPresent()
        ? list(tx, sql + end, key, limit, filter.type().get())
        : list(tx, sql + end, key, limit);
  }

  /// Every feed with its newest message. From each feed with messages it goes on to the next:
  /// neither all messages nor all feeds that were only named are gone through.
  void eachHead(Tx tx, BiConsumer<FeedId, Head> sink) {
    tx.each(
        "WITH RECURSIVE writers (feed) AS (SELECT min(feed) FROM messages UNION ALL SELECT"
            + " (SELECT min(n.feed) FROM messages n WHERE n.feed > writers.feed) FROM writers"
            + " WHERE writers.feed IS NOT NULL)"
            + " SELECT m.feed, m.sequence, m.id FROM writers w CROSS JOIN feeds f USING (feed)"
            + " CROSS JOIN messages m ON m.feed = f.feed"
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

  /// Lets the row of a message, whose bytes are right, say what they do. Returns whether it did
  /// not.
  boolean correct(Tx tx, int feed, Message message) {
    return tx.update(
            "UPDATE messages AS m SET claimed = ?1, type = ?2, shown = "
                + Placement.NOTED
                + " WHERE feed = ?3 AND sequence = ?4"
                + " AND (claimed IS NOT ?1 OR type IS NOT ?2 OR shown IS NOT "
                + Placement.NOTED
                + ")",
            message.timestamp(),
            message.type(),
            feed,
            message.sequence().value())
        > 0;
  }

  /// An arrival number that no message has.
  ///
  /// @param isOnly whether none else is free there: then it is that of the message which was there
  record Free(long arrival, boolean isOnly) {}

  /// One between those before and after a place of a feed. Of several that are free, since others
  /// are gone as well, the first under which nothing private was read: what somebody else said is
  /// not to be taken for this author's. None where nothing comes after that place.
  Optional<Free> freeArrival(Tx tx, int feed, long sequence) {
    return tx.one(AROUND, row -> freeBetween(tx, row.number(1), row.number(2)), feed, sequence)
        .orElse(Optional.empty());
  }

  private static Optional<Free> freeBetween(Tx tx, long before, long after) {
    OptionalLong next = free(tx, before, after);
    boolean isOnly = next.isPresent() && free(tx, next.getAsLong(), after).isEmpty();
    while (!isOnly && next.isPresent() && isRead(tx, next.getAsLong())) {
      next = free(tx, next.getAsLong(), after);
    }
    return next.isPresent() ? Optional.of(new Free(next.getAsLong(), isOnly)) : Optional.empty();
  }

  private static boolean isRead(Tx tx, long arrival) {
    return tx.one("SELECT 1 FROM opened WHERE arrival = ?", row -> true, arrival).isPresent();
  }

  private static OptionalLong free(Tx tx, long before, long after) {
    long end = Math.min(after, before + MOST_LOOKED_AT);
    return before < after
        ? tx.one(FREE, row -> OptionalLong.of(row.number(1)), before, end)
            .orElse(OptionalLong.empty())
        : OptionalLong.empty();
  }

  /// When the message came that came last before this number; `otherwise` where none did.
  long receivedBefore(Tx tx, long arrival, long otherwise) {
    return tx.one(
            "SELECT received FROM messages WHERE arrival < ? ORDER BY arrival DESC LIMIT 1",
            row -> row.number(1),
            arrival)
        .orElse(otherwise);
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

  /// Removes rows that name no feed or no place, where another has their id. Returns how many.
  int dropStrays(Tx tx) {
    return tx.update(
        "DELETE FROM messages WHERE (sequence < 1 OR feed NOT IN (SELECT feed FROM feeds)) AND"
            + " EXISTS (SELECT 1 FROM messages m JOIN feeds USING (feed) WHERE m.sequence > 0 AND "
            + StoredWire.hasId("messages.id")
            + ")");
  }

  /// The last message of a feed.
  Optional<Head> last(Tx tx, int feed) {
    return headAt(tx, feed, Sequence.LARGEST);
  }

  /// The last message of a feed up to this sequence.
  Optional<Head> headAt(Tx tx, int feed, long sequence) {
    return tx.one(
        "SELECT id, sequence FROM messages WHERE feed = ? AND sequence BETWEEN 1 AND ?"
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
