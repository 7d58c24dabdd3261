package org.tidings.replication.muxrpc;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How much of what came over one connection nobody has received yet, on all of its streams
/// together, in bytes of memory. The reading thread waits for room and adds; whoever receives, or
/// no longer wants to, takes away. Thread-safe.
///
/// The wait does not last for good: what one receives makes room, and so does a handler that is
/// done; a handler that waits for a peer that does not read ends with the connection after
/// [RpcLimits.Patience#unread], and nothing is heard while we wait, so that at the latest
/// [RpcLimits.Patience#silence] ends it.
final class Unread {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private long bytes;
  private boolean over;

  /// @param most in bytes; a single body may be larger when nothing else waits
  Unread(int most) {
    this.most = most;
  }

  /// Waits until so many bytes may be added, or the connection has ended.
  void awaitRoom(int more) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (bytes > 0 && bytes + more > most && !over) {
        room.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// So much more is unread now, or less where negative.
  void changed(int by) {
    lock.lock();
    try {
      bytes += by;
      if (by < 0) {
        room.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The connection has ended: nobody need wait any more.
  void close() {
    lock.lock();
    try {
      over = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
