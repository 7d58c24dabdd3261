package org.tidings.feed.upkeep;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidings.feed.store.Tx;

/// What the database file is full of, in bytes.
///
/// @param messages as they were signed, with what finds them and what the file needs for itself
/// @param indexes what follows from them, but for full text
/// @param fullText by which posts are found by their words
/// @param notes what cannot be derived
/// @param free pages nobody uses
public record DiskUse(long messages, long indexes, long fullText, long notes, long free) {

  /// Looks at every page of these tables and their SQL indexes. Of the log, by far the most of the
  /// file, it is known without that.
  private static final String TABLES =
      "SELECT tbl_name, sum((SELECT sum(pgsize) FROM dbstat d WHERE d.name = s.name"
          + " AND d.aggregate = TRUE)) FROM sqlite_schema s"
          + " WHERE rootpage > 0 AND tbl_name NOT IN ('messages', 'feeds') GROUP BY 1";

  private static final String FULL_TEXT = "search";

  /// Tables of an index under construction or about to go.
  private static final Pattern GENERATION = Pattern.compile("^(b|gone)\\d+_");

  /// Tables that SQLite keeps for a full text.
  private static final Pattern SHADOW = Pattern.compile("_(data|idx|config|docsize|content)$");

  /// @param derived the tables of all indexes
  static DiskUse of(Tx tx, Set<String> derived, Storage.Total file) {
    Map<Kind, Long> bytes = new EnumMap<>(Kind.class);
    tx.each(TABLES, row -> bytes.merge(kind(row.text(1), derived), row.number(2), Long::sum));
    long indexes = bytes.getOrDefault(Kind.INDEX, 0L);
    long fullText = bytes.getOrDefault(Kind.FULL_TEXT, 0L);
    long notes = bytes.getOrDefault(Kind.OTHER, 0L);
    long messages = file.bytes() - file.free() - indexes - fullText - notes;
    return new DiskUse(messages, indexes, fullText, notes, file.free());
  }

  private static Kind kind(String stored, Set<String> derived) {
    String plain = GENERATION.matcher(stored).replaceFirst("");
    String table = SHADOW.matcher(plain).replaceFirst("");
    if (table.equals(FULL_TEXT)) {
      return Kind.FULL_TEXT;
    }
    return derived.contains(table) ? Kind.INDEX : Kind.OTHER;
  }

  private enum Kind {
    INDEX,
    FULL_TEXT,
    OTHER
  }
}
