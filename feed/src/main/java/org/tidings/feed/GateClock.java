package org.tidings.feed;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Uninterruptibly;

/// Ticks the publishing gate once a second, and has the log looked through for damage a little
/// every minute, on a thread of its own, until closed. While the store fails (a full disk, say), or
/// anything else does, it goes on more slowly, for what failed may work again later. Closing waits
/// for the thread's end.
final class GateClock implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GateClock.class);
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MINUTE = 60;

  private final Runnable everySecond;
  private final Runnable everyMinute;
  private final Thread thread;

  GateClock(Runnable everySecond, Runnable everyMinute) {
    this.everySecond = everySecond;
    this.everyMinute = everyMinute;
    this.thread = Thread.ofVirtual().name("feed-gate").start(this::run);
  }

  private void run() {
    Duration pause = STEP;
    try {
      for (int beat = 1; !Thread.interrupted(); beat++) {
        Thread.sleep(pause);
        pause = works(beat) ? STEP : longer(pause);
      }
    } catch (InterruptedException closing) {
      log.debug("the gate's clock stops");
    } catch (StoreException closed) {
      log.debug("the gate's clock stops: {}", closed.sentence());
    }
  }

  /// Whether nothing failed this time.
  private boolean works(int beat) {
    try {
      everySecond.run();
      if (beat % MINUTE == 0) {
        everyMinute.run();
      }
      return true;
    } catch (StoreException failure) {
      if (failure.kind() == Kind.CLOSED) {
        throw failure;
      }
      log.warn("the gate's clock goes on more slowly: {}", failure.sentence());
    } catch (RuntimeException | Error bug) {
      log.error("the gate's clock goes on more slowly", bug);
    }
    return false;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }

  @Override
  public void close() {
    thread.interrupt();
    Uninterruptibly.join(thread);
  }
}
