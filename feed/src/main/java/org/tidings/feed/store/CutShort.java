package org.tidings.feed.store;

import org.jspecify.annotations.Nullable;
import org.tidings.feed.store.StoreException.Kind;

/// Runs a statement that may be cut short by others, outside of any transaction, and loses nothing
/// by that. Thread-safe: no statement behind it is ever cut short in its place.
final class CutShort {

  private @Nullable Tx running;

  /// Runs it, to its end or until [#now].
  void run(Tx tx, String sql) {
    set(tx);
    try {
      tx.execute(sql);
    } catch (StoreException failure) {
      if (failure.kind() != Kind.CANCELLED) {
        throw failure;
      }
    } finally {
      set(null);
    }
  }

  private synchronized void set(@Nullable Tx tx) {
    running = tx;
  }

  /// Ends what is run now, if anything is. From any thread.
  synchronized void now() {
    if (running != null) {
      running.interruptStatement();
    }
  }
}
