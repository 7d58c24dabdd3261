package org.tidings.feed.local;

import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;

/// How far the person has read each thread in the open; of what is said in private [SeenMarks] keep
/// that. Thread-safe.
public final class ReadMarks {

  private final Database database;

  public ReadMarks(Database database) {
    this.database = database;
  }

  /// The number up to which everything in the thread has been seen; 0 where nothing has.
  public long of(MessageId root) {
    return database.read(
        tx ->
            tx.one(
                    "SELECT arrival FROM read_marks WHERE root = ?",
                    row -> row.number(1),
                    root.bytes())
                .orElse(0L));
  }

  /// Everything in the thread that arrived up to this number has been seen. Never moves backwards.
  public void seen(MessageId root, long arrival) {
    database.write(
        Durability.NORMAL,
        tx ->
            tx.update(
                "INSERT INTO read_marks (root, arrival) VALUES (?, ?)"
                    + " ON CONFLICT DO UPDATE SET arrival = max(arrival, excluded.arrival)",
                root.bytes(),
                arrival));
  }
}
