package org.tidings.feed.store;

/// Something kept in memory that mirrors rows of the database.
@FunctionalInterface
public interface Memory {

  /// Reads it again as it is on disk, after a transaction was undone. On the writer's thread.
  void reload(Tx tx);
}
