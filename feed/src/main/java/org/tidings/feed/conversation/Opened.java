package org.tidings.feed.conversation;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.StoredEntries;
import org.tidings.feed.json.JsonObject;

/// Private messages of all types, as far as our key opens them. Thread-safe.
public final class Opened {

  private static final String CONTENT = "SELECT content FROM opened WHERE arrival = ?1";

  /// The type of a content, none where it is damaged: an SQL index holds it, written in the same
  /// way.
  static final String TYPE =
      "CASE WHEN json_valid(CAST(content AS TEXT)) THEN CAST(content AS TEXT) ->> 'type' END";

  static final String OF_TYPE =
      "SELECT arrival FROM opened WHERE "
          + TYPE
          + " = ?1 AND arrival >= ?2 AND arrival < ?3 ORDER BY arrival ";

  private final Reading reading;

  public Opened(Reading reading) {
    this.reading = reading;
  }

  /// What a private message with this arrival number says; empty for others, for those of which our
  /// key opens nothing, and for those that have not been read yet.
  public Optional<JsonObject> content(long arrival) {
    return reading
        .database()
        .read(tx -> tx.one(CONTENT, row -> row.bytes(1), arrival))
        .flatMap(StoredEntries::parse);
  }

  /// The arrival numbers of at most `limit` of them whose content has this type, those from `from`
  /// on and before `to`.
  ///
  /// @param newestFirst whether the newest of them are meant, and come first
  public List<Long> ofType(String type, long from, long to, boolean newestFirst, int limit) {
    String order = newestFirst ? "DESC" : "ASC";
    return reading
        .database()
        .read(
            tx ->
                tx.list(
                    OF_TYPE + order + " LIMIT ?4", row -> row.number(1), type, from, to, limit));
  }
}
