package org.tidings.feed.local;

import org.tidings.feed.ref.MessageId;

/// How far the person has read each thread. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class ReadMarks {

  /// Everything in the thread that arrived up to this number has been seen. Never moves backwards.
  public void seen(MessageId root, long arrival) {
    throw new UnsupportedOperationException();
  }
}
