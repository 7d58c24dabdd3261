package org.tidings.feed.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Encrypted;
import org.tidings.feed.event.FeedEvent.IndexesProgressed;
import org.tidings.feed.event.FeedEvent.MessagesDecrypted;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.StoredEntries;
import org.tidings.feed.index.StoredEntries.Stretch;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.log.Appender;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Tx;

/// Reads the log a second time, for private messages: opens each once, away from the writer, and
/// shows what it says to every index. How far it came is committed with what it found. Confined to
/// the upkeep thread.
public final class SecondReader {

  private static final int STEP = 500;

  private final Database database;
  private final Appender appender;
  private final Unboxer unboxer;
  private final FeedEvents events;
  private boolean isLong;

  public SecondReader(Database database, Appender appender, Unboxer unboxer, FeedEvents events) {
    this.database = database;
    this.appender = appender;
    this.unboxer = unboxer;
    this.events = events;
  }

  /// Reads on, for one short transaction, past what is damaged; what was read while indexes were
  /// begun anew is read again. Returns whether there was anything to read.
  public boolean step() {
    long generation = database.read(IndexRunner::generation);
    long offset = database.read(SecondReader::offset);
    Stretch next = database.read(tx -> StoredEntries.unread(tx, offset, STEP));
    if (next.last() == offset) {
      return false;
    }
    List<Entry> opened = new ArrayList<>();
    for (Entry entry : next.entries()) {
      if (entry.content() instanceof Encrypted sealed) {
        unboxer.open(sealed).ifPresent(json -> opened.add(entry.decrypted(json)));
      }
    }
    boolean isSaved =
        appender.change(
            tx -> IndexRunner.generation(tx) == generation && save(tx, opened, next.last()));
    if (isSaved && !opened.isEmpty()) {
      List<MessageId> ids = opened.stream().map(entry -> entry.message().id()).toList();
      events.tell(new MessagesDecrypted(ids));
    }
    if (isLong || !next.isEnd()) {
      events.tell(new IndexesProgressed());
    }
    isLong = !next.isEnd();
    return true;
  }

  private boolean save(Tx tx, List<Entry> opened, long arrival) {
    opened.forEach(entry -> appender.applyDecrypted(tx, entry));
    tx.update("UPDATE second_reader SET arrival = ?", arrival);
    return true;
  }

  /// Up to which arrival number private messages have been read.
  private static long offset(Tx tx) {
    return tx.one("SELECT arrival FROM second_reader", row -> row.number(1)).orElse(0L);
  }

  /// Of the messages that arrived after number `after`, up to `last`, those of which what was read
  /// cannot be read any more, in order of arrival.
  public static List<Long> illegible(Tx tx, long after, long last) {
    List<Long> found = new ArrayList<>();
    tx.each(
        "SELECT arrival, content FROM opened WHERE arrival > ? AND arrival <= ? ORDER BY arrival",
        row -> {
          if (StoredEntries.parse(row.bytes(2)).isEmpty()) {
            found.add(row.number(1));
          }
        },
        after,
        last);
    return found;
  }

  /// Has these messages, in order of arrival and at least one, opened once more.
  public static void readAgain(Tx tx, List<Long> arrivals) {
    arrivals.forEach(arrival -> tx.update("DELETE FROM opened WHERE arrival = ?", arrival));
    tx.update("UPDATE second_reader SET arrival = min(arrival, ?)", arrivals.getFirst() - 1);
  }

  /// How far they have been read, where some are still to be.
  public static Optional<IndexProgress> progress(Tx tx) {
    int left = behind(tx, STEP);
    return left == 0
        ? Optional.empty()
        : Optional.of(
            new IndexProgress(PrivateIndex.NAME, offset(tx), StoredEntries.last(tx), left == STEP));
  }

  /// Whether some are still to be read.
  public static boolean isBehind(Tx tx) {
    return behind(tx, 1) > 0;
  }

  /// How many private messages are still to be read; `most` stands for more.
  private static int behind(Tx tx, int most) {
    return tx.one(
            "SELECT count(*) FROM (SELECT 1 FROM messages m LEFT JOIN opened o USING (arrival)"
                + " WHERE m.type = '' AND m.arrival > ? AND o.arrival IS NULL LIMIT ?)",
            row -> row.integer(1),
            offset(tx),
            most)
        .orElse(0);
  }
}
