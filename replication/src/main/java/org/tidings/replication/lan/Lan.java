package org.tidings.replication.lan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.replication.lan.LanPacket.Sighting;
import org.tidings.replication.transport.NetAddress;

/// Discovery on the local network: announces us every second or two and tells who else is there.
/// Thread-safe.
public final class Lan implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lan.class);
  private static final int SHORTEST_PAUSE_MS = 1_000;
  private static final int LONGEST_PAUSE_MS = 2_000;

  private final LanSelf self;
  private final LanPorts ports;
  private final Listening listening;
  private final RandomGenerator random;
  private final LanBeacon beacon;
  private final List<LanListener> listeners = new ArrayList<>();
  private final List<Ear> deaf = new ArrayList<>();
  private boolean closed;
  private volatile LanState state = new LanState.Off();
  private volatile Optional<Thread> announcer = Optional.empty();

  /// Who wants to know. Told on threads of the discovery; only hands over.
  public interface Listening {
    /// A peer announced itself; also tells of every repetition.
    void heard(NetAddress address, boolean verified);

    /// An address with our own key was announced, most often by ourselves.
    void heardOwnKey(NetAddress address);

    /// This machine has another address than before.
    void networkChanged();

    /// [Lan#state] has another value.
    void stateChanged();
  }

  /// A port to hear at, and how to read what comes there.
  private record Ear(int port, Function<byte[], Optional<Sighting>> read) {}

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
    this.beacon = new LanBeacon(self, ports, interfaces);
  }

  /// Announces and listens, as far as that is possible; [#state] says how far.
  public void start() {
    deaf.add(new Ear(ports.plain(), LanPacket::readPlain));
    deaf.add(new Ear(ports.sealed(), packet -> LanPacket.readSealed(packet, self.network())));
    listen();
    announcer = Optional.of(Thread.ofVirtual().name("lan-beacon").start(this::announce));
  }

  /// How it goes.
  public LanState state() {
    return state;
  }

  @Override
  public synchronized void close() {
    closed = true;
    announcer.ifPresent(Thread::interrupt);
    listeners.forEach(LanListener::close);
  }

  /// Another program may give a port up; answers at how many we hear.
  private synchronized int listen() {
    if (!closed) {
      deaf.removeIf(this::hears);
    }
    return listeners.size();
  }

  private boolean hears(Ear ear) {
    try {
      listeners.add(LanListener.open(ear.port(), ear.read(), this::heard));
      return true;
    } catch (IOException e) {
      log.debug("UDP port {} cannot be heard at: {}", ear.port(), e.getMessage());
      return false;
    }
  }

  private void heard(Sighting sighting) {
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
      LanBeacon.Round round = beacon.announce();
      change(stateAfter(round));
      if (round.networkChanged()) {
        listening.networkChanged();
      }
    } catch (RuntimeException bug) {
      log.error("announcing met a fault", bug);
      change(new LanState.Impaired("Others may not find us: announcing met a fault."));
    }
  }

  private LanState stateAfter(LanBeacon.Round round) {
    if (round.reached() == 0) {
      return new LanState.NoNetwork();
    }
    return switch (listen()) {
      case 0 ->
          new LanState.Impaired(
              "Others can find us, but another program keeps us from hearing them.");
      case 1 ->
          new LanState.Impaired("Another program keeps us from hearing some of the peers nearby.");
      default -> new LanState.On();
    };
  }

  private void change(LanState next) {
    boolean changed = !next.equals(state);
    state = next;
    if (changed) {
      listening.stateChanged();
    }
  }
}
