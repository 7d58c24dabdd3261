package org.tidings.feed.index;

import java.util.Optional;
import org.tidings.feed.ref.MessageId;

/// Whole threads. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Threads {

  /// The thread a message belongs to, or starts; empty when nothing of it is here.
  public Optional<ThreadView> of(MessageId message) {
    throw new UnsupportedOperationException();
  }
}
