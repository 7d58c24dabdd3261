package org.tidings.feed.log;

import java.util.function.Consumer;
import org.tidings.feed.message.Verdict;

/// Takes messages in: a bounded queue, parsed and verified in parallel, written in batches by the
/// one writer in the order offered. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Ingest {

  /// Queues one message value and waits while the queue is full.
  ///
  /// @param value the message value as JSON in UTF-8
  /// @param outcome told once, after commit, on the thread `feed-events`; only hands over
  public void offer(byte[] value, Origin origin, Consumer<Verdict> outcome)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /// What became of everything offered since the store was opened.
  public IngestCounts counts() {
    throw new UnsupportedOperationException();
  }
}
