package org.tidings.replication.muxrpc;

import java.util.concurrent.atomic.LongAdder;

/// What went over one connection, counted in frames and in bytes before encryption. Thread-safe.
public final class Traffic {
  private final LongAdder framesIn = new LongAdder();
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder framesOut = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();

  void received(Frame frame) {
    framesIn.increment();
    bytesIn.add(frame.wireSize());
  }

  void sent(Frame frame) {
    framesOut.increment();
    bytesOut.add(frame.wireSize());
  }

  public long framesReceived() {
    return framesIn.sum();
  }

  public long bytesReceived() {
    return bytesIn.sum();
  }

  public long framesSent() {
    return framesOut.sum();
  }

  public long bytesSent() {
    return bytesOut.sum();
  }
}
