package org.tidings.feed.local;

import java.util.List;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;

/// Messages the person wants to come back to, whether they are here or not. Thread-safe.
public final class Bookmarks {

  private final Database database;

  public Bookmarks(Database database) {
    this.database = database;
  }

  /// One message to come back to.
  ///
  /// @param addedMs when it was bookmarked, epoch milliseconds
  /// @param note what the person wrote about it; may be empty
  public record Bookmark(MessageId message, long addedMs, String note) {}

  /// Saves durably; a message that has a bookmark keeps its place and gets the new note.
  public void add(Bookmark bookmark) {
    database.write(
        Durability.FULL,
        tx ->
            tx.update(
                "INSERT INTO bookmarks (message, added, note) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET note = excluded.note",
                bookmark.message.bytes(),
                bookmark.addedMs,
                bookmark.note));
  }

  public void remove(MessageId message) {
    database.write(
        Durability.FULL,
        tx -> tx.update("DELETE FROM bookmarks WHERE message = ?", message.bytes()));
  }

  public boolean contains(MessageId message) {
    return database
        .read(
            tx -> tx.one("SELECT 1 FROM bookmarks WHERE message = ?", row -> true, message.bytes()))
        .orElse(false);
  }

  /// At most `limit` of the first page, newest first.
  public List<Bookmark> newest(int limit) {
    return page("", limit);
  }

  /// At most `limit` of those that follow the given one.
  public List<Bookmark> after(Bookmark last, int limit) {
    return page("WHERE (added, message) < (?2, ?3) ", limit, last.addedMs, last.message.bytes());
  }

  private List<Bookmark> page(String which, int limit, Object... last) {
    Object[] arguments = new Object[last.length + 1];
    arguments[0] = limit;
    System.arraycopy(last, 0, arguments, 1, last.length);
    return database.read(
        tx ->
            tx.list(
                "SELECT message, added, note FROM bookmarks "
                    + which
                    + "ORDER BY added DESC, message DESC LIMIT ?1",
                row -> new Bookmark(MessageId.of(row.bytes(1)), row.number(2), row.text(3)),
                arguments));
  }
}
