package org.tidings.feed.local;

import java.util.Optional;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;

/// Texts being written, one for each place: a place is any name the window chooses, such as a
/// thread or "new post". Thread-safe.
public final class Drafts {

  private final Database database;

  public Drafts(Database database) {
    this.database = database;
  }

  public Optional<String> load(String place) {
    return database.read(
        tx -> tx.one("SELECT text FROM drafts WHERE place = ?", row -> row.text(1), place));
  }

  /// Saves durably; an empty text removes the draft.
  public void save(String place, String text) {
    database.write(
        Durability.FULL,
        tx ->
            text.isEmpty()
                ? tx.update("DELETE FROM drafts WHERE place = ?", place)
                : tx.update(
                    "INSERT OR REPLACE INTO drafts (place, text) VALUES (?, ?)", place, text));
  }
}
