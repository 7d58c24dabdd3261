package org.tidings.feed.store;

/// Reads one row.
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row);
}
