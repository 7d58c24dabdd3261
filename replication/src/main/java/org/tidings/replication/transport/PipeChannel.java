package org.tidings.replication.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One end of an in-memory pipe that behaves like a connection: bounded, blocking, closed from
/// either end. Used wherever two peers live in one process, in tests above all.
public final class PipeChannel implements Channel {
  private static final int CAPACITY = 64 * 1024;

  private final String name;
  private final Flow incoming;
  private final Flow outgoing;

  private PipeChannel(String name, Flow incoming, Flow outgoing) {
    this.name = name;
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  /// Two ends; what is written to one is read from the other.
  public static List<PipeChannel> pair() {
    Flow there = new Flow();
    Flow back = new Flow();
    return List.of(new PipeChannel("pipe-b", back, there), new PipeChannel("pipe-a", there, back));
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return incoming.read(buffer, offset, length);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    try {
      outgoing.write(buffer, offset, length);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public void finish() {
    outgoing.end(false);
  }

  @Override
  public void close() {
    incoming.end(true);
    outgoing.end(false);
  }

  @Override
  public String remoteName() {
    return name;
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  /// One direction: a ring of bytes under one lock.
  private static final class Flow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int filled;
    private boolean ended;
    private boolean readerGone;

    int read(byte[] buffer, int offset, int length) throws IOException, InterruptedException {
      lock.lock();
      try {
        while (filled == 0 && !ended && !readerGone) {
          changed.await();
        }
        if (readerGone) {
          throw new IOException("pipe closed");
        }
        if (filled == 0) {
          return -1;
        }
        int count = Math.min(Math.min(length, filled), CAPACITY - start);
        System.arraycopy(ring, start, buffer, offset, count);
        start = (start + count) % CAPACITY;
        filled -= count;
        changed.signalAll();
        return count;
      } finally {
        lock.unlock();
      }
    }

    void write(byte[] buffer, int offset, int length) throws IOException, InterruptedException {
      int done = 0;
      lock.lock();
      try {
        while (done < length) {
          while (filled == CAPACITY && !ended && !readerGone) {
            changed.await();
          }
          if (ended || readerGone) {
            throw new IOException("pipe closed");
          }
          int end = (start + filled) % CAPACITY;
          int room = end < start ? start - end : CAPACITY - end;
          int count = Math.min(Math.min(length - done, CAPACITY - filled), room);
          System.arraycopy(buffer, offset + done, ring, end, count);
          filled += count;
          done += count;
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }

    void end(boolean byReader) {
      lock.lock();
      try {
        ended |= !byReader;
        readerGone |= byReader;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
