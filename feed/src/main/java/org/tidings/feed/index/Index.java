package org.tidings.feed.index;

import org.tidings.feed.store.Memory;
import org.tidings.feed.store.Tx;

/// Something derived from the log. It is brought up to date in the transaction that appends, and
/// can be dropped and built again by replaying the log: what it answers depends on the messages
/// stored, never on the order feeds came in. Confined to the thread `feed-writer`.
public interface Index extends Memory {

  String name();

  /// Raised whenever the same messages would give other rows; the index is then built again.
  int version();

  /// Makes its empty tables.
  void create(Tx tx);

  /// Removes its tables, if there are any.
  void drop(Tx tx);

  /// Takes in one message.
  void apply(Tx tx, Entry entry);

  /// Called once before each commit.
  default void beforeCommit(Tx tx) {}

  /// Called once when the store opens, after [#reload].
  default void opened(Tx tx) {}

  /// Reads what it keeps in memory; nothing for most.
  @Override
  default void reload(Tx tx) {}
}
