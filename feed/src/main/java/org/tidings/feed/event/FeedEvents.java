package org.tidings.feed.event;

import java.util.function.Consumer;

/// Tells listeners what was committed, in commit order, on the one thread `feed-events`. Listeners
/// only hand over: a slow listener holds up all others. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class FeedEvents {

  public Subscription subscribe(Consumer<FeedEvent> listener) {
    throw new UnsupportedOperationException();
  }
}
