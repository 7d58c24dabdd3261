package org.tidings.feed.local;

import java.time.InstantSource;
import java.util.List;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.Tx;

/// Blobs that something is still to be done about, over restarts. What was noted last is kept, up
/// to [#MOST]; a crash of the machine may cost the last seconds. Thread-safe.
public final class BlobList {
  /// So many are kept.
  public static final int MOST = 1_000;

  private final Database database;
  private final InstantSource clock;
  private final Kind kind;

  /// What is to be done about them.
  public enum Kind {
    /// They are to come here.
    WANT,
    /// Others are to take them.
    PUSH
  }

  public BlobList(Database database, InstantSource clock, Kind kind) {
    this.database = database;
    this.clock = clock;
    this.kind = kind;
  }

  /// All of them, the one noted last at the front.
  public List<BlobId> all() {
    return database.read(
        tx ->
            tx.list(
                "SELECT blob FROM blob_notes WHERE list = ? ORDER BY noted DESC, blob",
                BlobList::blob,
                name()));
  }

  /// Notes a blob, or notes it anew.
  public void add(BlobId blob) {
    database.write(Durability.NORMAL, tx -> add(tx, blob));
  }

  private int add(Tx tx, BlobId blob) {
    tx.update(
        "INSERT OR REPLACE INTO blob_notes (list, blob, noted) VALUES (?, ?, ?)",
        name(),
        blob.bytes(),
        clock.millis());
    return tx.update(
        "DELETE FROM blob_notes WHERE list = ?1 AND blob IN (SELECT blob FROM blob_notes"
            + " WHERE list = ?1 ORDER BY noted DESC, blob LIMIT -1 OFFSET ?2)",
        name(),
        MOST);
  }

  public void remove(BlobId blob) {
    database.write(
        Durability.NORMAL,
        tx ->
            tx.update("DELETE FROM blob_notes WHERE list = ? AND blob = ?", name(), blob.bytes()));
  }

  private static BlobId blob(Row row) {
    return BlobId.of(row.bytes(1));
  }

  private String name() {
    return switch (kind) {
      case WANT -> "want";
      case PUSH -> "push";
    };
  }
}
