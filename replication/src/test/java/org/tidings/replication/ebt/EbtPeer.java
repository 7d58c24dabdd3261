package org.tidings.replication.ebt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;

/// One [EbtState] under test: hands events in and collects what it does.
final class EbtPeer {
  final FeedId self;
  final Set<FeedId> wanted = new LinkedHashSet<>();
  final Set<FeedId> followed = new LinkedHashSet<>();
  private final Map<FeedId, Set<FeedId>> blockers = new HashMap<>();
  private final EbtState state;
  private long now;

  EbtPeer(FeedId self, Map<FeedId, Long> heads, Set<FeedId> wanted) {
    this.self = self;
    this.wanted.addAll(wanted);
    this.state = new EbtState(self, new VectorClock(heads), reach());
  }

  /// Everything one event led to, the sending included.
  record Outcome(List<Action> actions) {
    /// The notes sent to the peer, in one.
    Map<FeedId, Note> notes(FeedId peer) {
      Map<FeedId, Note> notes = new HashMap<>();
      for (Action action : actions) {
        if (action instanceof Action.SendNotes sent && sent.peer().equals(peer)) {
          notes.putAll(sent.notes());
        }
      }
      return notes;
    }

    boolean spoke(FeedId peer) {
      return actions.stream()
          .anyMatch(a -> a instanceof Action.SendNotes sent && sent.peer().equals(peer));
    }

    <A extends Action> List<A> of(Class<A> type) {
      return actions.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  EbtPeer at(long millis) {
    now = millis;
    return this;
  }

  EbtPeer blocking(FeedId author, FeedId peer) {
    blockers.computeIfAbsent(peer, key -> new HashSet<>()).add(author);
    return this;
  }

  EbtPeer unblocking(FeedId author, FeedId peer) {
    blockers.getOrDefault(peer, new HashSet<>()).remove(author);
    return this;
  }

  Reach reach() {
    return new Reach(
        new LinkedHashSet<>(wanted),
        Set.copyOf(followed),
        peer -> Set.copyOf(blockers.getOrDefault(peer, Set.of())));
  }

  Link link(FeedId peer, FeedId feed) {
    return state.link(peer, feed).orElseThrow();
  }

  /// How far it is with what its peers have.
  Optional<SyncProgress> syncProgress() {
    return state.syncProgress(now);
  }

  /// How many messages that peer has and we lack.
  long missing(FeedId peer) {
    return state.missing(peer);
  }

  /// The event alone, nothing sent yet.
  List<Action> tell(Event event) {
    return state.on(event, now);
  }

  /// The event, and everything sent that can be.
  Outcome on(Event event) {
    return sent(tell(event));
  }

  /// Sends everything that can be sent after these actions.
  Outcome sent(List<Action> first) {
    List<Action> all = new ArrayList<>(first);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Action.Wake(FeedId peer)) {
        all.addAll(drain(peer));
      }
    }
    return new Outcome(all);
  }

  Outcome connect(FeedId peer) {
    return on(new Event.Opened(peer, true, true, VectorClock.EMPTY));
  }

  Outcome hears(FeedId peer, FeedId feed, Note note) {
    return on(new Event.NotesHeard(peer, Map.of(feed, note)));
  }

  private List<Action> drain(FeedId peer) {
    List<Action> all = new ArrayList<>();
    List<Action> some = state.on(new Event.Writable(peer), now);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = state.on(new Event.Writable(peer), now);
    }
    return all;
  }
}
