package org.tidings.replication.lan;

import static java.net.StandardProtocolFamily.INET;
import static java.net.StandardProtocolFamily.INET6;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.told.Told;
import org.tidings.replication.lan.LanPacket.Sighting;
import org.tidings.replication.transport.NetAddress;

/// Discovery on the local network: announces us every second or two and tells who else is there.
/// Whether we hear shows by our own announcements, which come back to us. Thread-safe.
public final class Lan implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lan.class);
  private static final int SHORTEST_PAUSE_MS = 1_000;
  private static final int LONGEST_PAUSE_MS = 2_000;

  /// So many rounds without a word, not even our own, are no accident.
  private static final int DEAF_ROUNDS = 8;

  private final LanSelf self;
  private final LanPorts ports;
  private final Listening listening;
  private final RandomGenerator random;
  private final Supplier<List<LanInterface>> interfaces;
  private final LanBeacon beacon;
  private final List<LanListener> listeners = new ArrayList<>();
  private final List<Ear> deaf = new ArrayList<>();
  private final AtomicInteger silentRounds = new AtomicInteger();
  private boolean closed;
  private volatile LanState state = new LanState.Off();
  private volatile Optional<Thread> announcer = Optional.empty();

  /// Who wants to know. Told on threads of the discovery; only hands over.
  public interface Listening {
    /// A peer announced itself; also tells of every repetition.
    void heard(NetAddress address, boolean verified);

    /// An address with our own key was announced, most often by ourselves.
    void heardOwnKey(NetAddress address);

    /// [Lan#state] has another value.
    void stateChanged();
  }

  /// A port to hear at, and how to read what comes there.
  private record Ear(
      StandardProtocolFamily family, int port, Function<byte[], Optional<Sighting>> read) {
    boolean isFor(LanInterface card) {
      return (family == StandardProtocolFamily.INET6) == (card.address() instanceof Inet6Address);
    }
  }

  public Lan(LanSelf self, Listening listening, RandomGenerator random) {
    this(self, LanPorts.USUAL, () -> LanInterface.heardAt(self), listening, random);
  }

  Lan(
      LanSelf self,
      LanPorts ports,
      Supplier<List<LanInterface>> interfaces,
      Listening listening,
      RandomGenerator random) {
    this.self = self;
    this.ports = ports;
    this.listening = listening;
    this.random = random;
    this.interfaces = interfaces;
    this.beacon = new LanBeacon(self, ports);
  }

  /// Announces and listens, as far as that is possible; [#state] says how far.
  public void start() {
    for (StandardProtocolFamily family : List.of(INET, INET6)) {
      deaf.add(new Ear(family, ports.plain(), LanPacket::readPlain));
      deaf.add(new Ear(family, ports.sealed(), this::readSealed));
    }
    try {
      listen(interfaces.get());
    } catch (RuntimeException | Error bug) {
      log.error("listening met a fault; each round tries again", bug);
    }
    announcer = Optional.of(Thread.ofVirtual().name("lan-beacon").start(this::announce));
  }

  /// How it goes.
  public LanState state() {
    return state;
  }

  /// The state in which others are heard, but nobody can be talked to.
  public LanState unanswered() {
    return impaired(LanFault.UNANSWERED, Integer.toString(self.tcpPort()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    announcer.ifPresent(Thread::interrupt);
    listeners.forEach(LanListener::close);
  }

  private Optional<Sighting> readSealed(byte[] packet) {
    return LanPacket.readSealed(packet, self.network());
  }

  /// Another program may give a port up, and networks come and go; answers how many ports there are
  /// at which we should hear and do not.
  private synchronized int listen(List<LanInterface> cards) {
    if (closed) {
      return 0;
    }
    deaf.removeIf(ear -> cards.stream().anyMatch(ear::isFor) && hears(ear));
    List<NetworkInterface> links = cards.stream().flatMap(card -> card.card().stream()).toList();
    listeners.forEach(listener -> listener.hearOn(links));
    return (int) deaf.stream().filter(ear -> cards.stream().anyMatch(ear::isFor)).count();
  }

  private boolean hears(Ear ear) {
    try {
      listeners.add(LanListener.open(ear.family(), ear.port(), ear.read(), this::heard));
      return true;
    } catch (IOException e) {
      log.debug("UDP port {} cannot be heard at: {}", ear.port(), e.getMessage());
      return false;
    }
  }

  private void heard(Sighting sighting) {
    silentRounds.set(0);
    if (sighting.address().key().equals(self.keys().publicKey())) {
      listening.heardOwnKey(sighting.address());
    } else {
      listening.heard(sighting.address(), sighting.verified());
    }
  }

  private void announce() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        announceOnce();
        Thread.sleep(random.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// A fault in one round must not end all that come after it, nor go unseen.
  private void announceOnce() {
    try {
      List<LanInterface> cards = interfaces.get();
      int missing = listen(cards);
      change(beacon.announce(cards) == 0 ? new LanState.NoNetwork() : hearing(missing));
    } catch (RuntimeException | Error bug) {
      log.error("announcing met a fault", bug);
      change(impaired(LanFault.MUTE));
    }
  }

  private synchronized LanState hearing(int missing) {
    if (listeners.isEmpty()) {
      return impaired(LanFault.DEAF);
    }
    if (missing > 0) {
      return impaired(LanFault.HARD_OF_HEARING);
    }
    return silentRounds.incrementAndGet() > DEAF_ROUNDS
        ? impaired(
            LanFault.CLOSED_OFF,
            Integer.toString(ports.plain()),
            Integer.toString(ports.sealed()),
            Integer.toString(self.tcpPort()))
        : new LanState.On();
  }

  private static LanState impaired(LanFault why, String... values) {
    return new LanState.Impaired(Told.of(why, (Object[]) values));
  }

  private void change(LanState next) {
    boolean changed = !next.equals(state);
    state = next;
    if (changed) {
      listening.stateChanged();
    }
  }
}
