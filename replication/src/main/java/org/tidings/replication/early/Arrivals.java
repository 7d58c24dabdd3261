package org.tidings.replication.early;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tidings.feed.ref.FeedId;

/// What comes on several streams, until it is taken to be stored. Thread-safe: each stream has a
/// thread that adds, and another one takes.
final class Arrivals {
  private final Map<FeedId, List<byte[]>> waiting = new HashMap<>();
  private final CountDownLatch open;

  Arrivals(int streams) {
    open = new CountDownLatch(streams);
  }

  void add(FeedId feed, byte[] value) {
    synchronized (waiting) {
      waiting.computeIfAbsent(feed, key -> new ArrayList<>()).add(value);
    }
  }

  /// One of the streams has ended.
  void ended() {
    open.countDown();
  }

  /// Whether all streams have ended, so that nothing comes any more.
  boolean areAll() {
    return open.getCount() == 0;
  }

  /// What has come since this was last asked, after waiting for more; not when all streams have
  /// ended.
  Map<FeedId, List<byte[]>> take(Duration wait) throws InterruptedException {
    var _ = open.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    synchronized (waiting) {
      Map<FeedId, List<byte[]>> taken = Map.copyOf(waiting);
      waiting.clear();
      return taken;
    }
  }
}
