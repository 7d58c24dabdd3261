package org.tidings.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;

/// What a change costs the JavaFX thread, from the pulse at which it is made until there is nothing
/// left to do for it. Confined to the JavaFX thread until it has ended.
public final class PulseWatch extends AnimationTimer {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long BUSY_NANOS = 2_000_000;
  private static final int QUIET_PULSES = 15;
  private static final int MOST_PULSES = 1_200;

  private final Runnable change;
  private final CompletableFuture<PulseWatch> ended = new CompletableFuture<>();
  private int pulses;
  private int quiet;
  private long began;
  private long lastBusy;
  private long lastTime;
  private long longest;
  private long all;

  private PulseWatch(Runnable change) {
    this.change = change;
  }

  /// Makes the change and returns when its consequences are over. Not on the JavaFX thread.
  public static PulseWatch over(Runnable change) {
    PulseWatch watch = new PulseWatch(change);
    Fx.run(watch::start);
    return watch.ended.join();
  }

  @Override
  public void handle(long now) {
    long time = THREADS.getCurrentThreadCpuTime();
    if (pulses == 0) {
      began = System.nanoTime();
      lastBusy = began;
      change.run();
    } else {
      count(time - lastTime);
    }
    lastTime = time;
    pulses++;
    if (quiet > QUIET_PULSES || pulses == MOST_PULSES) {
      stop();
      ended.complete(this);
    }
  }

  private void count(long spent) {
    all += spent;
    longest = Math.max(longest, spent);
    quiet++;
    if (spent > BUSY_NANOS) {
      quiet = 0;
      lastBusy = System.nanoTime();
    }
  }

  /// The processor's time from one pulse to the next, the longest of all, in milliseconds.
  public double longestMs() {
    return longest / 1e6;
  }

  /// The processor's time of all together, in milliseconds.
  public double allMs() {
    return all / 1e6;
  }

  /// How long it was, in milliseconds, until the last pulse with something to do was over.
  public double untilQuietMs() {
    return (lastBusy - began) / 1e6;
  }
}
