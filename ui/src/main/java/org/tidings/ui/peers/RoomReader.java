package org.tidings.ui.peers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.Feeds;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.text.ShownName;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.Replication;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.room.RoomMetadata;
import org.tidings.replication.room.RoomStatus;
import org.tidings.replication.room.SignInLink;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.Texts;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.RoomDetails.Attendant;

/// Puts together what is known about rooms, with the names of who is there. Blocks; stateless and
/// thread-safe.
record RoomReader(Feeds feeds, Replication replication) {
  private static final Comparator<Attendant> FRIENDS_FIRST =
      Comparator.<Attendant, Boolean>comparing(who -> who.standing() != Standing.FOLLOWED)
          .thenComparing(who -> who.by().name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(who -> who.id().toString());

  /// All rooms that are known, by name.
  List<RoomRow> all() {
    return replication.rooms().all().stream()
        .map(this::row)
        .sorted(
            Comparator.comparing(RoomRow::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(row -> row.id().toString()))
        .toList();
  }

  /// One of them; empty when it is not known any more.
  Optional<RoomDetails> find(FeedId room) {
    return replication.rooms().all().stream()
        .filter(status -> status.id().equals(room))
        .findFirst()
        .map(this::details);
  }

  private RoomDetails details(RoomStatus room) {
    Set<String> features = room.metadata().map(RoomMetadata::features).orElse(Set.of());
    Optional<NetAddress> address =
        room.address().filter(NetAddress.class::isInstance).map(NetAddress.class::cast);
    boolean onPage = features.contains("httpInvite");
    Optional<String> invite =
        address.filter(at -> room.isEntered() && !onPage).map(at -> new RoomInvite.Open(at).text());
    return new RoomDetails(
        row(room),
        people(room),
        invite,
        onPage && features.contains("httpAuth"),
        features.contains("alias"),
        address.map(NetAddress::host));
  }

  /// What a person is to know before a browser is signed in by that link: at which room, and
  /// whether it has to be called for that though they have not joined it.
  String beforeSigningIn(SignInLink link) {
    return replication.rooms().all().stream()
        .filter(status -> status.id().equals(link.room()))
        .findFirst()
        .map(known -> Texts.of("signIn.text", ownName(known).orElseGet(() -> place(known))))
        .orElseGet(() -> Texts.of("signIn.unknown", place(link.room(), link.address())));
  }

  private RoomRow row(RoomStatus room) {
    String name = ownName(room).orElseGet(() -> Texts.of("rooms.unnamed", place(room)));
    return new RoomRow(room.id(), name, room.isEntered(), others(room).size());
  }

  private static Optional<String> ownName(RoomStatus room) {
    return room.metadata().map(RoomMetadata::name).flatMap(ShownName::of);
  }

  private static String place(RoomStatus room) {
    return place(room.id(), room.address());
  }

  private static String place(FeedId room, Optional<? extends PeerAddress> address) {
    return address.map(PeerAddress::place).orElse(room.toString());
  }

  private List<FeedId> others(RoomStatus room) {
    return room.attendants().stream()
        .filter(id -> !id.equals(feeds.identity().id()) && !id.equals(room.id()))
        .toList();
  }

  private List<Attendant> people(RoomStatus room) {
    Set<FeedId> followed = feeds.graph().followed();
    Set<FeedId> connected =
        replication.peers().stream()
            .filter(PeerStatus.Connected.class::isInstance)
            .map(status -> ((PeerStatus.Connected) status).peer())
            .collect(Collectors.toSet());
    // Whoever lets people in says how many there are: only of those listed are names looked up.
    List<FeedId> listed =
        others(room).stream()
            .sorted(
                Comparator.<FeedId, Boolean>comparing(id -> !followed.contains(id))
                    .thenComparing(FeedId::toString))
            .limit(RoomDetails.MOST)
            .toList();
    return feeds.profiles().bylines(listed).values().stream()
        .map(
            by ->
                new Attendant(
                    by, Standing.of(feeds.graph().hops(by.id())), connected.contains(by.id())))
        .sorted(FRIENDS_FIRST)
        .toList();
  }
}
