package org.tidings.feed.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Signatures ready to be checked, and nothing else: the yardstick for everything that checks
/// signatures among other things.
public final class BareSignatures {
  private final List<Bare> all = new ArrayList<>();

  /// One signature, with what it is over.
  private static final class Bare {
    private final WellShaped message;
    private final byte[] signed;

    Bare(WellShaped message) {
      this.message = message;
      this.signed = message.text().unsigned();
    }

    boolean isGenuine() {
      return message.signature().isBy(message.message().author().key(), signed);
    }
  }

  /// Reads one more message.
  public void add(byte[] wire) {
    try {
      all.add(new Bare(WellShaped.read(wire)));
    } catch (UnreadableException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  /// Checks all of them on so many threads; returns how many a second.
  public double perSecond(int threads) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      running.add(Thread.ofPlatform().start(() -> check(next)));
    }
    for (Thread thread : running) {
      thread.join();
    }
    return all.size() * 1e9 / (System.nanoTime() - start);
  }

  /// Checks all of them on this thread.
  public void checkAll() {
    check(new AtomicInteger());
  }

  private void check(AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
      if (!all.get(i).isGenuine()) {
        throw new IllegalStateException("not genuine");
      }
    }
  }
}
