package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tidings.replication.transport.ProtocolException;

/// What waits to be sent on one connection, in order. Senders of data wait while it is full; the
/// few frames the reading thread answers with never wait, but may not pile up. Thread-safe.
final class SendQueue {
  private static final int MOST_WAITING_ANSWERS = 20_000;
  private static final int MOST_BYTES_OF_ANSWERS = 512 * 1024;
  private static final int BATCH_BYTES = 64 * 1024;

  /// A frame and the stream it belongs to, which may drop it until it leaves.
  record Entry(Frame frame, @Nullable RpcStream stream) {}

  private record Place(Entry entry, boolean isAnswer) {}

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Place> waiting = new ArrayDeque<>();
  private long bytes;
  private int answers;
  private int bytesOfAnswers;
  private boolean finishing;
  private boolean closed;

  SendQueue(int capacityInBytes) {
    this.capacity = capacityInBytes;
  }

  /// Adds data, waiting for room.
  void put(Entry entry) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (bytes >= capacity && !finishing && !closed) {
        changed.await();
      }
      add(new Place(entry, false));
    } finally {
      lock.unlock();
    }
  }

  /// Adds an answer or an end without waiting.
  ///
  /// @throws ProtocolException when the peer makes us answer and never reads the answers
  void putNow(Entry entry) throws IOException {
    lock.lock();
    try {
      if (answers >= MOST_WAITING_ANSWERS || bytesOfAnswers >= MOST_BYTES_OF_ANSWERS) {
        throw new ProtocolException("more questions than the peer cares to hear answers to");
      }
      add(new Place(entry, true));
      answers++;
      bytesOfAnswers += entry.frame().wireSize();
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
        Place place = waiting.remove();
        Entry entry = place.entry();
        taken += entry.frame().wireSize();
        if (place.isAnswer()) {
          answers--;
          bytesOfAnswers -= entry.frame().wireSize();
        }
        if (entry.stream() == null || entry.frame().end() || !entry.stream().isCancelled()) {
          batch.add(entry.frame());
        }
      }
      bytes -= taken;
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
      answers = 0;
      bytesOfAnswers = 0;
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

  private void add(Place place) throws IOException {
    if (finishing || closed) {
      throw new IOException("the connection is closing");
    }
    waiting.add(place);
    bytes += place.entry().frame().wireSize();
    changed.signalAll();
  }
}
