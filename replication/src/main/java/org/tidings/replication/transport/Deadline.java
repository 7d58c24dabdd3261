package org.tidings.replication.transport;

import java.time.Duration;

/// Closes a channel when something takes too long, however slowly bytes may drip. Closing the
/// deadline first calls it off. Thread-safe.
public final class Deadline implements AutoCloseable {
  private final Thread timer;
  private volatile boolean passed;

  private Deadline(Channel channel, Duration patience) {
    timer = Thread.ofVirtual().name("deadline").unstarted(() -> wait(channel, patience));
  }

  /// Closes the channel after that time, unless it is closed itself before.
  public static Deadline closing(Channel channel, Duration patience) {
    Deadline deadline = new Deadline(channel, patience);
    deadline.timer.start();
    return deadline;
  }

  boolean hasPassed() {
    return passed;
  }

  @Override
  public void close() {
    timer.interrupt();
  }

  private void wait(Channel channel, Duration patience) {
    try {
      Thread.sleep(patience);
      passed = true;
      channel.close();
    } catch (InterruptedException calledOff) {
      Thread.currentThread().interrupt();
    }
  }
}
