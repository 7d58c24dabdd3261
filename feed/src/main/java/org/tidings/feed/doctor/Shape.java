package org.tidings.feed.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.store.CarvedRow;
import org.tidings.feed.store.Tx;

/// What rows of a table look like, by which they are known where a file no longer says whose they
/// are. Immutable.
///
/// @param hasNumbers whether every row has a number of its own, which is the first column then
/// @param columns in their order
record Shape(boolean hasNumbers, List<Column> columns) {

  /// @param type as declared
  /// @param isRef whether it is a key of bytes, which all are of the length of a ref
  /// @param mayBeNull whether rows may have nothing there
  /// @param wasAdded whether older rows may end before it
  record Column(String type, boolean isRef, boolean mayBeNull, boolean wasAdded) {
    private static final int REF_BYTES = 32;

    /// Rows are not known by what they may do without.
    private boolean fits(Optional<Object> value) {
      return (wasAdded && mayBeNull) || value.map(this::fits).orElse(mayBeNull);
    }

    private boolean fits(Object value) {
      return switch (type) {
        case "TEXT" -> value instanceof String;
        case "INTEGER" -> value instanceof Long;
        case "REAL" -> value instanceof Number;
        default -> value instanceof byte[] bytes && (!isRef || bytes.length == REF_BYTES);
      };
    }
  }

  /// That of a table of this database.
  static Shape of(Tx tx, String table) {
    boolean hasNumbers =
        tx.one("SELECT wr = 0 FROM pragma_table_list WHERE name = ?", row -> row.integer(1), table)
            .equals(Optional.of(1));
    return new Shape(
        hasNumbers,
        tx.list(
            "SELECT type, type = 'BLOB' AND pk > 0, \"notnull\" = 0, dflt_value IS NOT NULL"
                + " FROM pragma_table_info(?)",
            row ->
                new Column(
                    row.text(1), row.integer(2) == 1, row.integer(3) == 1, row.integer(4) == 1),
            table));
  }

  boolean fits(CarvedRow row) {
    List<Optional<Object>> values = row.values();
    return values.size() <= columns.size()
        && columns.stream().skip(values.size()).allMatch(Column::wasAdded)
        && (!hasNumbers || values.getFirst().isEmpty())
        && IntStream.range(hasNumbers ? 1 : 0, values.size())
            .allMatch(i -> columns.get(i).fits(values.get(i)));
  }

  /// What the row says, its own number included.
  @Nullable Object[] values(CarvedRow row) {
    @Nullable Object[] values = row.values().stream().map(value -> value.orElse(null)).toArray();
    if (hasNumbers) {
      values[0] = row.rowId();
    }
    return values;
  }
}
