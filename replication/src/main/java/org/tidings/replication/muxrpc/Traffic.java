package org.tidings.replication.muxrpc;

import java.util.concurrent.atomic.LongAdder;

/// What went over one connection: bytes before encryption, and the frames that came. Thread-safe.
public final class Traffic {
  private final LongAdder framesIn = new LongAdder();
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();

  void received(Frame frame) {
    framesIn.increment();
    bytesIn.add(frame.wireSize());
  }

  void sent(Frame frame) {
    bytesOut.add(frame.wireSize());
  }

  public long framesReceived() {
    return framesIn.sum();
  }

  public long bytesReceived() {
    return bytesIn.sum();
  }

  public long bytesSent() {
    return bytesOut.sum();
  }
}
