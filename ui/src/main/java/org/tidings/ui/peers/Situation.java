package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.transport.PeerAddress;

/// How things stand with other people's devices, told in one sentence, and what is most worth doing
/// about it.
public sealed interface Situation {
  /// There is no network.
  record Offline() implements Situation {}

  /// Nobody is nearby, and no address is known.
  record NobodyKnown() implements Situation {}

  /// The same, and we have written nothing yet, though we could.
  record BeforeFirstPost() implements Situation {}

  /// Somebody is nearby and not connected.
  record SomebodyNearby(PeerRow who, int people) implements Situation {}

  /// Somebody is being called.
  record Calling(String name) implements Situation {}

  /// We are in a room, and nobody we know is there.
  record RoomEmpty(PeerRow room) implements Situation {}

  /// Of those we know none can be reached.
  record NobodyAnswers(List<PeerAddress> addresses) implements Situation {
    public NobodyAnswers {
      addresses = List.copyOf(addresses);
    }
  }

  /// All who are connected are people we do not follow.
  record AmongStrangers(PeerRow who, int people) implements Situation {}

  /// One person whom we follow is connected, and nobody and nothing else: when they go, nothing
  /// travels.
  ///
  /// @param others whom one could try besides
  record HangingOnOne(String name, List<PeerAddress> others) implements Situation {
    public HangingOnOne {
      others = List.copyOf(others);
    }
  }

  /// Somebody we follow is connected.
  record Connected(String name, int people) implements Situation {}

  /// What is the case with these rows.
  static Situation of(List<PeerRow> connections, List<PeerRow> nearby, LanState lan) {
    List<PeerRow> all = only(connections, PeerRow.State.Connected.class);
    List<PeerRow> connected = all.stream().filter(row -> !row.isRoom()).toList();
    if (!connected.isEmpty()) {
      return among(
          connected,
          connected.size() == all.size() ? Optional.of(failed(connections)) : Optional.empty());
    }
    List<PeerRow> calling = only(connections, PeerRow.State.Connecting.class);
    if (!calling.isEmpty()) {
      return new Calling(calling.getFirst().name());
    }
    List<PeerRow> welcome =
        nearby.stream().filter(row -> row.standing() != PeerRow.Standing.BLOCKED).toList();
    if (!welcome.isEmpty()) {
      return new SomebodyNearby(welcome.getFirst(), welcome.size());
    }
    if (!all.isEmpty()) {
      return new RoomEmpty(all.getFirst());
    }
    return lan instanceof LanState.NoNetwork ? new Offline() : unreached(connections);
  }

  /// @param others whom one could try besides, where no room makes up for them
  private static Situation among(List<PeerRow> connected, Optional<List<PeerAddress>> others) {
    int people = connected.size();
    Optional<PeerRow> friend =
        connected.stream().filter(row -> row.standing() == PeerRow.Standing.FOLLOWED).findFirst();
    return friend
        .map(
            row ->
                people == 1 && others.isPresent()
                    ? new HangingOnOne(row.name(), others.get())
                    : new Connected(row.name(), people))
        .orElseGet(() -> new AmongStrangers(connected.getFirst(), people));
  }

  private static Situation unreached(List<PeerRow> connections) {
    List<PeerAddress> failed = failed(connections);
    return failed.isEmpty() ? new NobodyKnown() : new NobodyAnswers(failed);
  }

  private static List<PeerAddress> failed(List<PeerRow> connections) {
    return only(connections, PeerRow.State.Failed.class).stream()
        .filter(row -> row.standing() != PeerRow.Standing.BLOCKED)
        .flatMap(row -> row.address().stream())
        .toList();
  }

  private static List<PeerRow> only(List<PeerRow> rows, Class<? extends PeerRow.State> state) {
    return rows.stream().filter(row -> state.isInstance(row.state())).toList();
  }
}
