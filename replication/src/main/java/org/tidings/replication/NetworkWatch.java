package org.tidings.replication;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/// Notices that this machine has other addresses than before: it is on another network, or on one
/// more. Asked by one thread.
final class NetworkWatch {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Supplier<Set<InetAddress>> addresses;
  private final InstantSource clock;
  private Set<InetAddress> last;
  private Instant due;

  /// @param addresses those of the machine
  /// @param clock a steady one
  NetworkWatch(Supplier<Set<InetAddress>> addresses, InstantSource clock) {
    this.addresses = addresses;
    this.clock = clock;
    this.last = addresses.get();
    this.due = clock.instant().plus(PAUSE);
  }

  /// Looks again, every two seconds, and answers whether they are others.
  boolean hasChanged() {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return false;
    }
    due = now.plus(PAUSE);
    Set<InetAddress> before = last;
    last = addresses.get();
    return !last.equals(before);
  }
}
