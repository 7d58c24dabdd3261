package org.tidings.replication.muxrpc;

import java.io.IOException;

/// The stream a handler writes to has been ended from the other side, or by ourselves: nothing more
/// is wanted. Handlers let it pass.
public final class StreamClosedException extends IOException {
  StreamClosedException() {
    super("the stream has ended");
  }
}
