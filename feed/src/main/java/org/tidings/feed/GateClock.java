package org.tidings.feed;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.log.PublishingGate;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Uninterruptibly;

/// Ticks the publishing gate once a second, and has the log looked through for damage a little
/// every minute, on a thread of its own, until closed. Closing waits for the thread's end.
final class GateClock implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GateClock.class);
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final int MINUTE = 60;

  private final PublishingGate gate;
  private final Runnable minutely;
  private final Thread thread;

  GateClock(PublishingGate gate, Runnable minutely) {
    this.gate = gate;
    this.minutely = minutely;
    this.thread = Thread.ofVirtual().name("feed-gate").start(this::run);
  }

  private void run() {
    try {
      for (int second = 1; !Thread.interrupted(); second++) {
        Thread.sleep(STEP);
        gate.tick();
        if (second % MINUTE == 0) {
          minutely.run();
        }
      }
    } catch (InterruptedException closing) {
      log.debug("the gate's clock stops");
    } catch (StoreException failure) {
      log.warn("the gate's clock stops: {}", failure.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    Uninterruptibly.join(thread);
  }
}
