package org.tidings.replication.transport;

import java.io.IOException;

/// The peer said something the protocol does not allow, or went past a bound. Ends that connection
/// and no other.
public final class ProtocolException extends IOException {
  public ProtocolException(String message) {
    super(message);
  }
}
