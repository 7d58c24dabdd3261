package org.tidings.feed.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tidings.feed.store.StoreException.Kind;

/// Lets a question be taken back while it is being answered: whatever is read inside [#during]
/// ends with a [StoreException] of the kind `CANCELLED` as soon as somebody calls [#cancel]. What
/// is written is not concerned. For one question and all that belongs to it; cannot be used again
/// once cancelled. Thread-safe.
public final class Cancellation {

  private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();

  private final Set<Tx> running = new HashSet<>();
  private boolean cancelled;

  /// Asks the question on this thread and returns its answer.
  public <T> T during(Supplier<T> question) {
    return ScopedValue.where(CURRENT, this).call(question::get);
  }

  /// Ends what is being read, and what would be read from now on. From any thread.
  public synchronized void cancel() {
    cancelled = true;
    running.forEach(Tx::interrupt);
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// Of the thread that asks.
  static Optional<Cancellation> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Runs the work on the thread that reads.
  <T> T guard(Tx tx, Work<T> work) {
    enter(tx);
    try {
      return work.in(tx);
    } finally {
      leave(tx);
    }
  }

  private synchronized void enter(Tx tx) {
    if (cancelled) {
      throw new StoreException(Kind.CANCELLED, "This was taken back.");
    }
    running.add(tx);
    tx.interruptible(true);
  }

  private synchronized void leave(Tx tx) {
    running.remove(tx);
    tx.interruptible(false);
  }
}
