package org.tidings.app.owner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops what was started, the last first, once. Thread-safe.
public final class Lifecycle implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean closed;

  /// Remembers to stop `part`, which depends only on parts started before it.
  synchronized <T extends AutoCloseable> T started(T part) {
    started.push(part);
    return part;
  }

  /// Stops everything when the process is told to end.
  public void endWithProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
  }

  /// Waits until everything is stopped.
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /// Stops everything; one part that fails to stop keeps no other from it.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    started.forEach(Lifecycle::stop);
    started.clear();
    ended.countDown();
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
    }
  }
}
