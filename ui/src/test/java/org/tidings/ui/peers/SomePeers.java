package org.tidings.ui.peers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Acquaintance;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.FriendsInCommon;
import org.tidings.feed.told.Told;
import org.tidings.replication.PeerStatus.Bytes;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.PeerRow.State;

/// Peers in every state there is. Confined to the test's thread.
public final class SomePeers {
  private final Instant now;
  private final List<RequestRow> requests = new ArrayList<>();
  private final List<PeerRow> nearby = new ArrayList<>();
  private final List<PeerRow> connections = new ArrayList<>();
  private final List<RoomRow> rooms = new ArrayList<>();
  private boolean onlyInReach;
  private Optional<String> ways = Optional.empty();
  private Optional<String> remark = Optional.empty();
  private LanState lan = new LanState.On();

  public SomePeers(Instant now) {
    this.now = now;
  }

  /// Somebody who connected to us though we do not follow them.
  ///
  /// @param ago when that was; zero while they are connected
  /// @param friends those we follow who follow them, more than are named
  public SomePeers request(String name, Duration ago, boolean followsUs, String... friends) {
    List<Byline> some = Stream.of(friends).limit(3).map(SomePeers::byline).toList();
    Acquaintance who =
        new Acquaintance(
            byline(name),
            new FriendsInCommon(some, friends.length),
            new Relationship(false, followsUs, false, false, Hops.UNKNOWN));
    requests.add(new RequestRow(who, now.minus(ago).toEpochMilli(), ago.isZero()));
    return this;
  }

  /// Only people in reach may connect.
  public SomePeers onlyInReach() {
    onlyInReach = true;
    return this;
  }

  /// Somebody on the local network.
  public SomePeers nearby(String name, Standing standing, boolean connected) {
    nearby.add(row("nearby ", name, standing, new State.Nearby(connected)));
    return this;
  }

  /// A connection.
  public SomePeers connected(
      String name, Standing standing, Path path, Progress.Snapshot progress) {
    Bytes bytes = new Bytes(progress.received() * 740, progress.sent() * 690 + 2_300);
    State state =
        new State.Connected(path, false, now.minus(Duration.ofMinutes(47)), bytes, progress);
    connections.add(row("up ", name, standing, state));
    return this;
  }

  /// A connection to a pub, at an address on the internet.
  public SomePeers pub(String name, Progress.Snapshot progress) {
    connected(name, Standing.FOLLOWED, Path.DIRECT, progress);
    connections.add(connections.removeLast().asPub());
    return this;
  }

  /// A call under way.
  public SomePeers calling(String name) {
    connections.add(row("call ", name, Standing.FOLLOWED, new State.Connecting(Path.DIRECT)));
    return this;
  }

  /// A call that came to nothing.
  public SomePeers failed(String name, Failure failure, Duration retryIn) {
    return failed(name, Standing.NEITHER, failure, retryIn);
  }

  /// The same, with somebody we stand to like that.
  public SomePeers failed(String name, Standing standing, Failure failure, Duration retryIn) {
    State state = new State.Failed(Path.DIRECT, failure.sentence(), Optional.of(now.plus(retryIn)));
    connections.add(row("call ", name, standing, state));
    return this;
  }

  /// Somebody who was not let in.
  public SomePeers turnedAway(String name, Failure failure) {
    State state = new State.TurnedAway(failure.sentence(), now.minus(Duration.ofMinutes(3)));
    connections.add(
        new PeerRow(
            "away " + name,
            Optional.empty(),
            name,
            Standing.NEITHER,
            false,
            Optional.empty(),
            state));
    return this;
  }

  /// A room that is known, and how many others are there; nobody knows while we are not.
  public SomePeers room(String name, boolean entered, int others) {
    rooms.add(new RoomRow(SomeFeed.of(name).id(), name, entered, others));
    return this;
  }

  /// What is said about the ways to others.
  public SomePeers ways(String words) {
    ways = Optional.of(words);
    return this;
  }

  /// How looking around goes.
  public SomePeers lan(LanState state) {
    lan = state;
    remark =
        state instanceof LanState.Impaired(Told why)
            ? Optional.of(EngineWords.of(why))
            : Optional.empty();
    return this;
  }

  public Peers peers() {
    boolean offline = lan instanceof LanState.NoNetwork;
    String host = offline ? "127.0.0.1" : "192.168.1.23";
    return new Peers(
        Situation.of(connections, nearby, lan),
        requests,
        onlyInReach,
        nearby,
        connections.stream().filter(row -> !row.isRoom()).toList(),
        rooms,
        ways,
        remark,
        new Peers.OwnAddress(address("me", host).toString(), offline));
  }

  private PeerRow row(String key, String name, Standing standing, State state) {
    PeerAddress address = address(name, "192.168.1.40");
    return new PeerRow(
        key + name, Optional.of(byline(name)), name, standing, false, Optional.of(address), state);
  }

  private static Byline byline(String name) {
    return new Byline(SomeFeed.of(name).id(), name, Optional.empty());
  }

  private static PeerAddress address(String name, String host) {
    return new NetAddress(host, 8008, PublicKey.of(SomeFeed.of(name).id().bytes()));
  }
}
