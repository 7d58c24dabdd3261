package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tidings.replication.transport.ProtocolException;

/// What waits to be sent on one connection, in order. Senders of data wait while it is full; the
/// few frames the reading thread answers with never wait, but may not pile up. Of what is large, a
/// little waits at a time: else a few blobs would keep the messages beside them, each a hundredth
/// as long, waiting for room again and again. Thread-safe.
final class SendQueue {
  private static final int MOST_BYTES_OF_ENDS = 512 * 1024;
  private static final int BATCH_BYTES = 64 * 1024;

  /// Such a part of the room may be taken by what is large.
  private static final int SHARE_OF_LARGE = 4;

  /// What a frame takes beside its bytes while it waits.
  private static final int PER_FRAME = 96;

  /// A frame, and where it was not sent without waiting the stream it belongs to, which may drop it
  /// until it leaves.
  private record Entry(Frame frame, @Nullable RpcStream stream) {
    int held() {
      return PER_FRAME + frame.wireSize();
    }

    /// Whether it is a piece of something large, as a blob.
    boolean isOfLarge() {
      return frame.body() instanceof BinaryBody;
    }

    boolean isWanted() {
      return stream == null || frame.end() || !stream.isCancelled();
    }
  }

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private long bytes;
  private long bytesOfLarge;
  private int bytesOfEnds;
  private boolean finishing;
  private boolean closed;

  SendQueue(int capacityInBytes) {
    this.capacity = capacityInBytes;
  }

  /// Adds data, waiting for room.
  void put(Frame frame, RpcStream stream) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      Entry entry = new Entry(frame, stream);
      while (isFullFor(entry) && !finishing && !closed) {
        changed.await();
      }
      add(entry);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFullFor(Entry entry) {
    return bytes >= capacity || (entry.isOfLarge() && bytesOfLarge >= capacity / SHARE_OF_LARGE);
  }

  /// Adds the end of a stream without waiting.
  ///
  /// @throws ProtocolException when the peer makes us answer and never reads the answers
  void putNow(Frame end) throws IOException {
    lock.lock();
    try {
      if (bytesOfEnds >= MOST_BYTES_OF_ENDS) {
        throw new ProtocolException("more questions than the peer cares to hear answers to");
      }
      Entry entry = new Entry(end, null);
      add(entry);
      bytesOfEnds += entry.held();
    } finally {
      lock.unlock();
    }
  }

  /// Moves what waits, about 64 KiB at a time, into `batch`, waiting for the first; false when the
  /// queue has been finished and emptied, or closed.
  boolean take(List<Frame> batch) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !finishing && !closed) {
        changed.await();
      }
      int taken = 0;
      while (!closed && taken < BATCH_BYTES && !waiting.isEmpty()) {
        Entry entry = waiting.remove();
        taken += entry.frame().wireSize();
        bytes -= entry.held();
        bytesOfLarge -= entry.isOfLarge() ? entry.held() : 0;
        bytesOfEnds -= entry.stream() == null ? entry.held() : 0;
        if (entry.isWanted()) {
          batch.add(entry.frame());
        }
      }
      changed.signalAll();
      return taken > 0;
    } finally {
      lock.unlock();
    }
  }

  /// Takes nothing more; what waits is still sent.
  void finish() {
    lock.lock();
    try {
      finishing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Drops what waits: the peer no longer reads it.
  void drop() {
    lock.lock();
    try {
      waiting.clear();
      bytes = 0;
      bytesOfLarge = 0;
      bytesOfEnds = 0;
    } finally {
      lock.unlock();
    }
  }

  /// Drops what waits and wakes everybody.
  void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void add(Entry entry) throws IOException {
    if (finishing || closed) {
      throw new IOException("the connection is closing");
    }
    waiting.add(entry);
    bytes += entry.held();
    bytesOfLarge += entry.isOfLarge() ? entry.held() : 0;
    changed.signalAll();
  }
}
