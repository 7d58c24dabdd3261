package org.tidings.replication.blob;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcStream;

/// What waits to be told on one `blobs.createWants` stream: of each blob the last that was said, so
/// that a peer that does not read makes nobody wait and little be kept. One that reads on after too
/// much has waited is told anew of all that we want. Thread-safe.
final class WantFlow {
  private static final int MOST_IN_ONE = 1_000;
  private static final int MOST_WAITING = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<BlobId, Long> waiting = new LinkedHashMap<>();
  private final Runnable again;
  private boolean told;
  private boolean left;

  /// @param again has all that we want told here once more
  WantFlow(Runnable again) {
    this.again = again;
  }

  /// Adds to what is told next; the first time also when there is nothing.
  void tell(Map<BlobId, Long> news) {
    lock.lock();
    try {
      if (waiting.size() < MOST_WAITING) {
        waiting.putAll(news);
      } else {
        left = true;
      }
      told = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Sends what is told until the stream ends.
  void run(RpcStream stream) throws IOException, InterruptedException {
    while (stream.isOpen()) {
      stream.send(Body.json(next()));
      if (isToBeToldAgain()) {
        again.run();
      }
    }
  }

  /// Whether something was left out, and there is room again.
  private boolean isToBeToldAgain() {
    lock.lock();
    try {
      boolean was = left && waiting.isEmpty();
      left &= !was;
      return was;
    } finally {
      lock.unlock();
    }
  }

  private JsonObject next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!told) {
        changed.await();
      }
      JsonObject.Builder item = JsonObject.builder();
      Iterator<Map.Entry<BlobId, Long>> next = waiting.entrySet().iterator();
      for (int i = 0; i < MOST_IN_ONE && next.hasNext(); i++) {
        Map.Entry<BlobId, Long> entry = next.next();
        item.put(entry.getKey().toString(), entry.getValue());
        next.remove();
      }
      told = next.hasNext();
      return item.build();
    } finally {
      lock.unlock();
    }
  }
}
