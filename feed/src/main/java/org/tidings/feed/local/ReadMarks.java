package org.tidings.feed.local;

import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;

/// How far the person has read each thread. Where a private post is answered in the open, two
/// threads have the same root, and each its own mark. Thread-safe.
public final class ReadMarks {

  private final Database database;

  public ReadMarks(Database database) {
    this.database = database;
  }

  /// The number up to which everything in the thread in the open has been seen; 0 where nothing
  /// has.
  public long of(MessageId root) {
    return of(root.bytes());
  }

  /// The same of the private one.
  public long ofPrivate(MessageId root) {
    return of(privately(root));
  }

  /// What a private thread is kept under: of the same kind, and no message's.
  private static byte[] privately(MessageId root) {
    return Sha256.of(root.bytes());
  }

  private long of(byte[] key) {
    return database.read(
        tx ->
            tx.one("SELECT arrival FROM read_marks WHERE root = ?", row -> row.number(1), key)
                .orElse(0L));
  }

  /// Everything in the thread in the open that arrived up to this number has been seen. Never moves
  /// backwards.
  public void seen(MessageId root, long arrival) {
    seen(root.bytes(), arrival);
  }

  /// The same of the private one.
  public void seenPrivate(MessageId root, long arrival) {
    seen(privately(root), arrival);
  }

  private void seen(byte[] key, long arrival) {
    database.write(
        Durability.NORMAL,
        tx ->
            tx.update(
                "INSERT INTO read_marks (root, arrival) VALUES (?, ?)"
                    + " ON CONFLICT DO UPDATE SET arrival = max(arrival, excluded.arrival)",
                key,
                arrival));
  }
}
