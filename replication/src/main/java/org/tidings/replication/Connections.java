package org.tidings.replication;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Patience;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.SecretChannel;

/// The connections that are up: runs every protocol on each, one virtual thread for each protocol,
/// and tells the scheduler how they come and go. Thread-safe.
final class Connections {
  private static final Logger log = LoggerFactory.getLogger(Connections.class);
  private static final Duration PUTTING_AWAY = Duration.ofSeconds(5);

  private final List<PeerProtocol> protocols;
  private final InstantSource clock;
  private final Consumer<PeerEvent> scheduler;
  private final Predicate<FeedId> inReach;
  private final Map<Long, LiveSession> live = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition gone = lock.newCondition();
  private final AtomicLong lastNumber = new AtomicLong();

  /// @param inReach who is no stranger
  Connections(
      List<PeerProtocol> protocols,
      InstantSource clock,
      Consumer<PeerEvent> scheduler,
      Predicate<FeedId> inReach) {
    this.protocols = List.copyOf(protocols);
    this.clock = clock;
    this.scheduler = scheduler;
    this.inReach = inReach;
  }

  /// How a connection came about.
  record Origin(Direction direction, Path path, Optional<PeerAddress> address) {}

  Collection<LiveSession> all() {
    return live.values();
  }

  Optional<LiveSession> find(long number) {
    return Optional.ofNullable(live.get(number));
  }

  boolean isConnected(FeedId peer) {
    return live.values().stream()
        .anyMatch(session -> session.session().peer().equals(peer) && !session.isClosing());
  }

  /// The same by a way that is ours to choose: somebody at an address that only others speak of may
  /// not do all that a peer may, a room not be one.
  boolean isConnectedAsChosen(FeedId peer) {
    return live.values().stream()
        .filter(session -> session.session().path() != Path.ANNOUNCED)
        .anyMatch(session -> session.session().peer().equals(peer) && !session.isClosing());
  }

  /// Takes a connection in; nothing goes over it before [#run]. When this returns the scheduler has
  /// decided whether it stays.
  LiveSession begin(SecretChannel channel, Origin origin) {
    FeedId peer = FeedId.of(channel.remote().bytes());
    PeerSession session =
        new PeerSession(peer, origin.direction(), origin.path(), clock.instant(), new Progress());
    RpcConnection connection =
        new RpcConnection(channel, peer, procedures(session), RpcLimits.PEER);
    if (!inReach.test(peer)) {
      connection.ofStranger();
    }
    long number = lastNumber.incrementAndGet();
    LiveSession entry =
        new LiveSession(number, session, connection, origin.address(), channel.remoteName());
    live.put(number, entry);
    scheduler.accept(
        new PeerEvent.Up(number, peer, origin.direction(), origin.path(), origin.address()));
    return entry;
  }

  /// Runs a connection to its end.
  void run(LiveSession entry) {
    List<Thread> running = new ArrayList<>();
    Failure end = Failure.DROPPED;
    try {
      // Asked before the first call can come: one that is closed already serves none, so that
      // nothing was begun for it that its protocols would have to put away.
      boolean stays = !entry.isClosing();
      entry.connection().start();
      if (stays) {
        protocols.forEach(protocol -> running.add(start(protocol, entry)));
      }
      end = entry.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.forEach(Thread::interrupt);
      join(running);
      remove(entry);
      log.info("{}: {}", entry.connection(), end);
      tellOfBad(entry);
      boolean brought = entry.session().progress().hasBrought();
      scheduler.accept(new PeerEvent.Down(entry.number(), end, brought));
    }
  }

  /// Waits, not forever, until every connection has ended and its protocols have put away what they
  /// know.
  void awaitNone() {
    Patience patience = Patience.of(PUTTING_AWAY);
    lock.lock();
    try {
      while (!live.isEmpty() && !patience.isOver()) {
        gone.awaitNanos(patience.left().toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void remove(LiveSession entry) {
    lock.lock();
    try {
      live.remove(entry.number());
      gone.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join(PUTTING_AWAY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Procedures procedures(PeerSession session) {
    List<Procedure> all =
        protocols.stream().flatMap(protocol -> protocol.procedures(session).stream()).toList();
    return Procedures.of(all);
  }

  private static Thread start(PeerProtocol protocol, LiveSession entry) {
    String name = protocol.getClass().getSimpleName();
    return entry.connection().startBeside(name, () -> run(protocol, entry));
  }

  private static void run(PeerProtocol protocol, LiveSession entry) {
    try {
      protocol.connected(entry.session(), entry.connection());
    } catch (IOException e) {
      log.debug("{}: {}", Thread.currentThread().getName(), e.getMessage());
    } catch (StoreException closedOrFailed) {
      tell(closedOrFailed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// The first was told of when it came.
  private static void tellOfBad(LiveSession entry) {
    long bad = entry.session().progress().allBad();
    if (bad > 1) {
      log.info("{}: {} messages were not to be taken", entry.connection(), bad);
    }
  }

  /// A connection that comes up while we close finds the store closed, and that is all.
  private static void tell(StoreException failure) {
    if (failure.kind() == StoreException.Kind.CLOSED) {
      log.debug("{}: the store is closed", Thread.currentThread().getName());
    } else {
      log.warn("{}: {}", Thread.currentThread().getName(), failure.sentence());
    }
  }
}
