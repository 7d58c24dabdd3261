package org.tidings.replication;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// Finds out whether our key is in use elsewhere. An announcement with our key proves nothing; but
/// only who has the key can answer a call to it. Thread-safe.
final class OwnKeyWatch {
  private static final Logger log = LoggerFactory.getLogger(OwnKeyWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final int REMEMBERED = 16;

  private final Dialer dialer;
  private final Runnable ownKeySeen;
  private final InstantSource clock;
  private final SequencedMap<NetAddress, Instant> called = new LinkedHashMap<>();

  /// @param ownKeySeen somebody else uses our key
  OwnKeyWatch(Dialer dialer, Runnable ownKeySeen, InstantSource clock) {
    this.dialer = dialer;
    this.ownKeySeen = ownKeySeen;
    this.clock = clock;
  }

  /// Calls an address with our key, unless it is ours.
  ///
  /// @param ourPort where we listen
  /// @throws ConnectionFailedException always: with [Failure#OWN_KEY] when our key answered, else
  ///     with [Failure#OWN_ADDRESS]
  void call(PeerAddress address, int ourPort) throws ConnectionFailedException {
    switch (address) {
      case NetAddress net when isElsewhere(net, ourPort) -> call(net);
      case NetAddress ours -> throw new ConnectionFailedException(Failure.OWN_ADDRESS);
      case TunnelAddress ours -> throw new ConnectionFailedException(Failure.OWN_ADDRESS);
    }
  }

  /// Whether a host with our key is another than this one, as far as that can be seen without
  /// asking anybody who is not to be asked.
  private boolean isElsewhere(NetAddress address, int ourPort) throws ConnectionFailedException {
    List<InetAddress> targets = dialer.targets(address);
    return !targets.isEmpty()
        && targets.stream().noneMatch(host -> OwnHost.isOurs(host, address.port(), ourPort));
  }

  private void call(NetAddress address) throws ConnectionFailedException {
    try {
      dialer.dial(address).close();
    } catch (ConnectionFailedException nobody) {
      throw new ConnectionFailedException(Failure.OWN_ADDRESS, nobody);
    }
    ownKeySeen.run();
    throw new ConnectionFailedException(Failure.OWN_KEY);
  }

  /// Somebody announces such an address; called every 20 seconds at most.
  void heard(NetAddress address) {
    if (isDue(address)) {
      Thread.ofVirtual().name("own-key").start(() -> callUnasked(address));
    }
  }

  private void callUnasked(NetAddress address) {
    try {
      call(address);
    } catch (ConnectionFailedException e) {
      log.info("{} is announced with our key: {}", address, e.failure().sentence());
    }
  }

  /// Whoever floods us with addresses is called at a few of them.
  private synchronized boolean isDue(NetAddress address) {
    Instant now = clock.instant();
    called.values().removeIf(last -> !last.plus(PAUSE).isAfter(now));
    return called.size() < REMEMBERED && called.putIfAbsent(address, now) == null;
  }
}
