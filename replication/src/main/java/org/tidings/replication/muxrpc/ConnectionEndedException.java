package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// A connection ended before its peer answered; whether the peer did what it was asked is not
/// known.
public final class ConnectionEndedException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String ENDED = "the connection has ended";

  ConnectionEndedException() {
    super(ENDED);
  }

  /// @param cause what broke it; empty after a goodbye
  ConnectionEndedException(Optional<IOException> cause) {
    super(
        cause.map(failure -> Objects.requireNonNullElse(failure.getMessage(), ENDED)).orElse(ENDED),
        cause.orElse(null));
  }
}
