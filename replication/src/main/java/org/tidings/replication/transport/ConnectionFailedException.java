package org.tidings.replication.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A connection was not made, or not kept; [#failure] says why. The message is its sentence.
public final class ConnectionFailedException extends IOException {
  private final Failure failure;

  public ConnectionFailedException(Failure failure) {
    this(failure, null);
  }

  public ConnectionFailedException(Failure failure, @Nullable Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  /// Why.
  public Failure failure() {
    return failure;
  }
}
