package org.tidings.feed.store;

/// What is done inside one transaction. Anything thrown undoes the transaction and reaches the
/// caller.
@FunctionalInterface
public interface Work<T> {
  T in(Tx tx);
}
