package org.tidings.ui.peers;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.Acquaintance;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.local.Strangers.Stranger;
import org.tidings.feed.log.GateState;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.text.ShownName;
import org.tidings.feed.told.Told;
import org.tidings.replication.NearbyPeer;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.Replication;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.room.RoomMetadata;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Texts;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.PeerRow.State;

/// Puts together what is known about peers, with names and follows. Blocks; stateless and
/// thread-safe.
final class PeersReader {
  private static final Comparator<PeerRow> BY_NAME =
      Comparator.comparing(PeerRow::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(PeerRow::key);

  private static final Set<String> PUBS = Set.of(PeerRecord.PUB, PeerRecord.ANNOUNCED);

  private final Feeds feeds;
  private final Replication replication;

  PeersReader(Feeds feeds, Replication replication) {
    this.feeds = feeds;
    this.replication = replication;
  }

  Peers read() {
    List<PeerStatus> statuses = replication.peers();
    List<NearbyPeer> heard = replication.nearby();
    Map<FeedId, Byline> names = names(statuses, heard);
    List<PeerRow> nearby = heard.stream().map(peer -> row(peer, names)).sorted(BY_NAME).toList();
    Set<FeedId> pubs = pubs();
    List<PeerRow> connections =
        statuses.stream()
            .map(status -> row(status, names))
            .map(row -> row.peer().filter(pubs::contains).isPresent() ? row.asPub() : row)
            .toList();
    LanState lan = replication.lan();
    return new Peers(
        situation(connections, nearby, lan),
        requests(statuses),
        replication.routes().onlyInReach(),
        nearby,
        connections.stream().filter(row -> !row.isRoom()).toList(),
        new RoomReader(feeds, replication).all(),
        ways(replication.routes()),
        remark(lan),
        ownAddress());
  }

  private Situation situation(List<PeerRow> connections, List<PeerRow> nearby, LanState lan) {
    Situation situation = Situation.of(connections, nearby, lan);
    return situation instanceof Situation.NobodyKnown && isBeforeFirstPost()
        ? new Situation.BeforeFirstPost()
        : situation;
  }

  /// Of an identity that was brought here, posts may only have to come back.
  private boolean isBeforeFirstPost() {
    return feeds.gate().state() instanceof GateState.Open
        && feeds.timeline().by(feeds.identity().id(), TimelineKey.TOP, 1).isEmpty();
  }

  private List<RequestRow> requests(List<PeerStatus> statuses) {
    Set<FeedId> connected =
        statuses.stream()
            .filter(PeerStatus.Connected.class::isInstance)
            .flatMap(status -> peer(status).stream())
            .collect(Collectors.toSet());
    List<Stranger> waiting = feeds.strangers().waiting();
    List<Acquaintance> who =
        feeds.profiles().acquaintances(waiting.stream().map(Stranger::feed).toList());
    return IntStream.range(0, waiting.size())
        .mapToObj(
            i ->
                new RequestRow(
                    who.get(i),
                    waiting.get(i).calledMs(),
                    connected.contains(waiting.get(i).feed())))
        .toList();
  }

  /// A room is called what it calls itself, and a room, so that it passes for nobody else.
  private Map<FeedId, Byline> names(List<PeerStatus> statuses, List<NearbyPeer> nearby) {
    Collection<FeedId> ids =
        Stream.concat(
                statuses.stream().flatMap(status -> peer(status).stream()),
                nearby.stream().map(peer -> peer.address().id()))
            .distinct()
            .toList();
    Map<FeedId, Byline> names = new HashMap<>(feeds.profiles().bylines(ids));
    replication
        .rooms()
        .all()
        .forEach(
            room ->
                room.metadata()
                    .map(RoomMetadata::name)
                    .flatMap(ShownName::of)
                    .ifPresent(name -> names.put(room.id(), room(room.id(), name))));
    return names;
  }

  private static Byline room(FeedId id, String name) {
    return new Byline(id, Texts.of("peers.room", name), Optional.empty());
  }

  private static Optional<FeedId> peer(PeerStatus status) {
    return switch (status) {
      case PeerStatus.Connected connected -> Optional.of(connected.peer());
      case PeerStatus.Connecting connecting -> Optional.of(connecting.address().id());
      case PeerStatus.Failed failed -> Optional.of(failed.address().id());
      case PeerStatus.TurnedAway turnedAway -> turnedAway.peer();
    };
  }

  private PeerRow row(NearbyPeer peer, Map<FeedId, Byline> names) {
    FeedId id = peer.address().id();
    return row(
        "nearby " + id, id, names, Optional.of(peer.address()), new State.Nearby(peer.connected()));
  }

  private PeerRow row(PeerStatus status, Map<FeedId, Byline> names) {
    return switch (status) {
      case PeerStatus.Connected up ->
          row("up " + up.peer(), up.peer(), names, up.address(), state(up));
      case PeerStatus.Connecting call ->
          called(call.address(), names, new State.Connecting(call.path()));
      case PeerStatus.Failed failed ->
          called(
              failed.address(),
              names,
              new State.Failed(failed.path(), EngineWords.of(failed.failure()), failed.retryAt()));
      case PeerStatus.TurnedAway away -> turnedAway(away, names);
    };
  }

  private static State state(PeerStatus.Connected up) {
    PeerStatus.Link link = up.link();
    return new State.Connected(
        link.path(), up.address().isEmpty(), link.since(), link.bytes(), up.progress());
  }

  /// A call keeps its row whether it is under way or has failed.
  private PeerRow called(PeerAddress address, Map<FeedId, Byline> names, State state) {
    return row("call " + address, address.id(), names, Optional.of(address), state);
  }

  private PeerRow turnedAway(PeerStatus.TurnedAway away, Map<FeedId, Byline> names) {
    State state = new State.TurnedAway(EngineWords.of(away.failure()), away.at());
    String key = "away " + away.from() + " " + away.at();
    return away.peer()
        .map(id -> row(key, id, names, Optional.empty(), state))
        .orElseGet(
            () ->
                new PeerRow(
                    key,
                    Optional.empty(),
                    Texts.of("peers.somebody", away.from()),
                    Standing.NEITHER,
                    false,
                    Optional.empty(),
                    state));
  }

  private PeerRow row(
      String key,
      FeedId id,
      Map<FeedId, Byline> names,
      Optional<PeerAddress> address,
      State state) {
    Byline by =
        Optional.ofNullable(names.get(id))
            .orElseGet(() -> new Byline(id, id.toString(), Optional.empty()));
    return new PeerRow(
        key,
        Optional.of(by),
        by.name(),
        Standing.of(feeds.graph().hops(id)),
        false,
        address,
        state);
  }

  private Set<FeedId> pubs() {
    return feeds.peerMemory().peers().stream()
        .filter(known -> PUBS.contains(known.source()))
        .map(PeerRecord::peer)
        .collect(Collectors.toSet());
  }

  private static Optional<String> ways(Routes routes) {
    if (routes.localOnly()) {
      return Optional.of(Texts.of("situation.localOnly"));
    }
    return routes.isProxied() ? Optional.of(Texts.of("situation.proxy")) : Optional.empty();
  }

  private static Optional<String> remark(LanState lan) {
    return switch (lan) {
      case LanState.On on -> Optional.empty();
      case LanState.NoNetwork none -> Optional.empty();
      case LanState.Off off -> Optional.of(Texts.of("peers.lan.off"));
      case LanState.Impaired(Told why) -> Optional.of(EngineWords.of(why));
    };
  }

  private Peers.OwnAddress ownAddress() {
    NetAddress address = replication.address();
    boolean onlyHere = address.host().startsWith("127.") || address.host().equals("::1");
    return new Peers.OwnAddress(address.toString(), onlyHere);
  }
}
