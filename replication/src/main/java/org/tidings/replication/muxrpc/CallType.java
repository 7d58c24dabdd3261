package org.tidings.replication.muxrpc;

import java.util.Locale;
import java.util.Optional;

/// The four shapes of a call: one answer, a stream to the caller, a stream from the caller, both.
public enum CallType {
  ASYNC,
  SOURCE,
  SINK,
  DUPLEX;

  /// The word used in requests and manifests.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stream type of that word; empty for `async` and for anything unknown.
  static Optional<CallType> streamOf(String word) {
    for (CallType type : values()) {
      if (type != ASYNC && type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
