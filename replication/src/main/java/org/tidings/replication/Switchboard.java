package org.tidings.replication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Clocks;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.local.Strangers;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.peer.CandidateState;
import org.tidings.replication.peer.ConnectionScheduler;
import org.tidings.replication.peer.PeerAction;
import org.tidings.replication.peer.PeerBook;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.PingProtocol;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Network;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.Turns;

/// Carries out what the scheduler decides: dials, lets connections run, closes them. Thread-safe;
/// the lock guards the scheduler alone and is never held while anything is carried out.
final class Switchboard {
  private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

  /// So many strangers from one network are noted, and then one more each time that has passed:
  /// anybody can call under any number of keys, and only the latest fifty are kept for the person.
  private static final int NOTED_OF_ONE_NETWORK = 10;

  private static final Duration UNTIL_ONE_MORE = Duration.ofMinutes(6);

  private final ConnectionScheduler scheduler;
  private final ReentrantLock lock = new ReentrantLock();
  private final Caller caller;
  private final PeerBook book;
  private final SocialGraph graph;
  private final Strangers strangers;
  private final Turns<Network> askers = new Turns<>(NOTED_OF_ONE_NETWORK, UNTIL_ONE_MORE);
  private final Clocks clocks;
  private final Drift drift;
  private final NetworkWatch network;
  private final Connections connections;
  private volatile boolean closed;

  /// @param graph whom to remember though they only passed by on the local network, and who is a
  ///     stranger
  Switchboard(
      ConnectionScheduler scheduler,
      Caller caller,
      PeerBook book,
      SocialGraph graph,
      Strangers strangers,
      List<PeerProtocol> protocols,
      Clocks clocks) {
    this.scheduler = scheduler;
    this.caller = caller;
    this.book = book;
    this.graph = graph;
    this.strangers = strangers;
    this.clocks = clocks;
    this.drift = new Drift(clocks);
    this.network = new NetworkWatch(OwnHost::addresses, clocks.steady());
    this.connections = new Connections(protocols, clocks.wall(), this::tell, graph::wants);
  }

  Connections connections() {
    return connections;
  }

  /// How things stand with every address, in the time that people see.
  List<CandidateState> candidates() {
    lock.lock();
    try {
      return scheduler.candidates(clocks.steady().instant()).stream()
          .map(candidate -> candidate.shifted(drift.ahead()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /// Whether a sign of the peer is so long overdue that people are not to be told of a connection.
  boolean isDoubtful(LiveSession session) {
    lock.lock();
    try {
      return scheduler.isDoubtful(session.number(), clocks.steady().instant());
    } finally {
      lock.unlock();
    }
  }

  /// Tells the scheduler, and does what it says.
  void tell(PeerEvent event) {
    List<PeerAction> actions;
    lock.lock();
    try {
      actions = scheduler.on(event, clocks.steady().instant());
    } finally {
      lock.unlock();
    }
    actions.forEach(this::perform);
  }

  /// Time passes; whoever slept is likely to be on another network.
  void tick() {
    boolean woke = drift.hasLeapt();
    if (network.hasChanged() || woke) {
      tell(new PeerEvent.NetworkChanged());
    }
    tell(new PeerEvent.Tick());
  }

  /// Ends connections on which something takes too long, and has those asked whether they still
  /// lead to their peers that give no sign when one is due.
  ///
  /// @param nowNanos the time by [System#nanoTime]
  void watch(long nowNanos) {
    for (LiveSession session : connections.all()) {
      session.connection().expire(nowNanos);
      session.news(nowNanos).ifPresent(this::tell);
    }
  }

  /// Calls an address because a person wants it; returns when the connection is up. Whoever
  /// announces themselves there stays somebody nearby: on another network it is not theirs.
  void call(PeerAddress address) throws ConnectionFailedException {
    tell(new PeerEvent.Asked(address));
    Path known = isAnnounced(address) ? Path.LAN : Path.of(address);
    LiveSession session = dial(address, Path.of(address), known);
    Thread.ofVirtual()
        .name(session.connection() + "-session")
        .start(() -> connections.run(session));
  }

  /// Strikes an address out for good; a call there that is under way comes to nothing.
  void forget(PeerAddress address) {
    tell(new PeerEvent.Forgotten(address));
    book.forget(address);
  }

  /// Runs a connection somebody made to us, to its end.
  void take(SecretChannel channel) {
    take(channel, isNearby(channel) ? Path.LAN : Path.DIRECT);
  }

  /// The same by that way.
  void take(SecretChannel channel, Path path) {
    if (closed) {
      channel.close();
      return;
    }
    noteCaller(FeedId.of(channel.remote()), Network.of(channel.remoteName()));
    LiveSession session =
        begin(channel, new Connections.Origin(Direction.INCOMING, path, Optional.empty()));
    if (caller.ways().localOnly() && !session.isNear()) {
      session.close(Failure.LOCAL_ONLY);
    } else if (isUnwelcome(session)) {
      session.close(Failure.OUT_OF_REACH);
    }
    connections.run(session);
  }

  /// Whether somebody came unasked who is out of our reach, where only people in reach may connect.
  private boolean isUnwelcome(LiveSession live) {
    PeerSession session = live.session();
    boolean isAsked = session.isDialer() && !session.path().isUnasked();
    return caller.ways().onlyInReach() && !isAsked && !graph.wants(session.peer());
  }

  /// Somebody calls us, whether they may come in or not; to be noted before whoever looks at the
  /// connections can see it.
  void noteCaller(FeedId peer, Network from) {
    note(
        peer,
        () -> {
          if (!graph.relationship(peer).following() && (isNoted(peer) || hasTurn(from))) {
            strangers.called(peer, clocks.wall().millis());
          }
        });
  }

  private boolean isNoted(FeedId peer) {
    return strangers.waiting().stream().anyMatch(one -> one.feed().equals(peer));
  }

  private boolean hasTurn(Network network) {
    return askers.take(network).filter(Duration::isZero).isPresent();
  }

  /// Whom we called at that address, if anywhere, is a room.
  void foundRoom(FeedId room) {
    candidates().stream()
        .filter(known -> known.address().id().equals(room) && known.path() == Path.DIRECT)
        .map(CandidateState::address)
        .filter(address -> called(room).contains(address))
        .forEach(address -> isRoom(address, () -> book.foundRoom(address)));
  }

  /// The same, and a person has chosen it.
  void joinedRoom(FeedId room) {
    called(room).forEach(address -> isRoom(address, () -> book.joinedRoom(address)));
  }

  private void isRoom(PeerAddress address, Runnable note) {
    tell(new PeerEvent.RoomFound(address));
    note(address, note);
  }

  private List<PeerAddress> called(FeedId peer) {
    return connections.all().stream()
        .filter(session -> session.session().peer().equals(peer))
        .flatMap(session -> session.address().stream())
        .toList();
  }

  /// Ends every connection to that peer with a goodbye.
  void hangUp(FeedId peer) {
    connections.all().stream()
        .filter(session -> session.session().peer().equals(peer))
        .forEach(session -> session.close(Failure.CLOSED));
  }

  /// Gives everybody whom we know a new chance at once.
  void callAnew() {
    tell(new PeerEvent.NetworkChanged());
  }

  /// Ends every connection that goes beyond the local network, so that it is made anew by the ways
  /// that count now, if it may be. One that comes up meanwhile ends itself.
  void reachAnew() {
    Failure why = caller.ways().objectionToOthers();
    connections.all().stream()
        .filter(session -> !session.isNear())
        .forEach(session -> session.close(why));
    callAnew();
  }

  /// Ends the connections of strangers, where only people in reach may connect.
  void leaveStrangers() {
    connections.all().stream()
        .filter(this::isUnwelcome)
        .forEach(session -> session.close(Failure.OUT_OF_REACH));
  }

  /// Ends every connection with a goodbye and makes no more.
  void close() {
    closed = true;
    connections.all().forEach(session -> session.close(Failure.CLOSED));
    connections.awaitNone();
  }

  private void perform(PeerAction action) {
    switch (action) {
      case PeerAction.Ask(long link) ->
          connections
              .find(link)
              .ifPresent(
                  session -> {
                    session.asked();
                    Thread.ofVirtual()
                        .name(session.connection() + "-ask")
                        .start(() -> ask(session));
                  });
      case PeerAction.Close(long link, Failure why) ->
          connections.find(link).ifPresent(session -> session.close(why));
      case PeerAction.Dial _ when closed -> {}
      case PeerAction.Dial(PeerAddress address, Path path) ->
          Thread.ofVirtual()
              .name("dial-" + address.place())
              .start(() -> callUnasked(address, path));
    }
  }

  private void ask(LiveSession session) {
    try {
      if (PingProtocol.answers(session.connection())) {
        tell(new PeerEvent.Answered(session.number()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void callUnasked(PeerAddress address, Path path) {
    try {
      connections.run(dial(address, path, path));
    } catch (ConnectionFailedException e) {
      log.debug("{}: {}", address, e.failure());
    }
  }

  /// @param known by which way it is remembered
  private LiveSession dial(PeerAddress address, Path path, Path known)
      throws ConnectionFailedException {
    try {
      Routes ways = caller.ways();
      SecretChannel channel = caller.call(address, path);
      if (known != Path.LAN || graph.relationship(address.id()).following()) {
        note(address, () -> book.succeeded(address, known, clocks.wall().instant()));
      }
      giveUpIfForgotten(address, channel);
      LiveSession session =
          begin(channel, new Connections.Origin(Direction.OUTGOING, path, Optional.of(address)));
      if (!ways.equals(caller.ways()) && !session.isNear()) {
        session.close(caller.ways().objectionToOthers());
      }
      return session;
    } catch (ConnectionFailedException e) {
      note(address, () -> book.failed(address));
      tell(new PeerEvent.Failed(address, e.failure()));
      throw e;
    } catch (RuntimeException | Error bug) {
      tell(new PeerEvent.Failed(address, Failure.DROPPED));
      throw bug;
    }
  }

  private void giveUpIfForgotten(PeerAddress address, SecretChannel channel)
      throws ConnectionFailedException {
    if (candidates().stream().noneMatch(known -> known.address().equals(address))) {
      channel.close();
      note(address, () -> book.forget(address));
      throw new ConnectionFailedException(Failure.CLOSED);
    }
  }

  /// Whoever closes meanwhile sees the connection, or is seen here.
  private LiveSession begin(SecretChannel channel, Connections.Origin origin) {
    try {
      LiveSession session = connections.begin(channel, origin);
      if (closed) {
        session.close(Failure.CLOSED);
      }
      return session;
    } catch (RuntimeException | Error bug) {
      channel.close();
      throw bug;
    }
  }

  /// What is noted is a convenience: that it cannot be written keeps nobody from talking.
  private static void note(Object whom, Runnable change) {
    try {
      change.run();
    } catch (StoreException failure) {
      log.warn("{} is not noted: {}", whom, failure.sentence());
    }
  }

  private boolean isAnnounced(PeerAddress address) {
    return candidates().stream()
        .anyMatch(known -> known.address().equals(address) && known.path() == Path.LAN);
  }

  /// Somebody we have just heard on the local network most likely called by it.
  private boolean isNearby(SecretChannel channel) {
    return candidates().stream()
        .filter(candidate -> candidate.announced().isPresent())
        .anyMatch(candidate -> candidate.address().key().equals(channel.remote()));
  }
}
