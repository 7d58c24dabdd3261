package org.tidings.feed.event;

/// A running subscription; closing it ends it. Thread-safe.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
