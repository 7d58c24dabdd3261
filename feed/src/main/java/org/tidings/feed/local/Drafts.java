package org.tidings.feed.local;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Texts being written, one for each place: a place is any name the window chooses, such as a
/// thread or "new post". Thread-safe.
public final class Drafts {

  private final Database database;
  private final InstantSource clock;

  public Drafts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A text being written.
  ///
  /// @param changedMs when it was last saved, epoch milliseconds; 0 when that is not known
  public record Draft(String place, String text, long changedMs) {}

  /// All of them, the one changed last at the front.
  public List<Draft> all() {
    return database.read(
        tx ->
            tx.list(
                "SELECT place, text, changed FROM drafts ORDER BY changed DESC, place",
                row -> new Draft(row.text(1), row.text(2), row.number(3))));
  }

  public Optional<String> load(String place) {
    return database.read(
        tx -> tx.one("SELECT text FROM drafts WHERE place = ?", row -> row.text(1), place));
  }

  /// Adds to what is being written at a place, as a paragraph of its own. Within a transaction.
  public static void add(Tx tx, String place, String text, long nowMs) {
    tx.update(
        "INSERT INTO drafts (place, text, changed) VALUES (?1, ?2, ?3) ON CONFLICT (place)"
            + " DO UPDATE SET text = text || char(10, 10) || excluded.text, changed = ?3",
        place,
        text,
        nowMs);
  }

  /// Saves durably; an empty text removes the draft.
  public void save(String place, String text) {
    database.write(Durability.FULL, tx -> put(tx, place, text, clock.millis()));
  }

  /// Saves several durably, all or none of them.
  ///
  /// @param texts by their places; an empty one removes the draft
  public void save(Map<String, String> texts) {
    database.write(
        Durability.FULL,
        tx -> {
          texts.forEach((place, text) -> put(tx, place, text, clock.millis()));
          return texts.size();
        });
  }

  /// The same within a transaction. Returns how many rows changed.
  static int put(Tx tx, String place, String text, long nowMs) {
    return text.isEmpty()
        ? tx.update("DELETE FROM drafts WHERE place = ?", place)
        : tx.update(
            "INSERT OR REPLACE INTO drafts (place, text, changed) VALUES (?, ?, ?)",
            place,
            text,
            nowMs);
  }
}
