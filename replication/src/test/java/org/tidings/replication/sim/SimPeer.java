package org.tidings.replication.sim;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Action;
import org.tidings.replication.ebt.EbtState;
import org.tidings.replication.ebt.Event;
import org.tidings.replication.ebt.Reach;
import org.tidings.replication.ebt.VectorClock;
import org.tidings.replication.sim.SimLink.Asked;
import org.tidings.replication.sim.SimLink.Message;
import org.tidings.replication.sim.SimLink.Notes;
import org.tidings.replication.sim.SimLink.Packet;

/// One peer of the simulation: the real [EbtState], with a log that is numbers, a queue of messages
/// still to be verified, and a memory that survives restarts.
final class SimPeer {
  /// What the peers did to each other, over all their lives.
  static final class Counts {
    long messages;
    long duplicates;
    long noteObjects;
  }

  private final SimNetwork network;
  private final FeedId id;
  private final Set<FeedId> wanted = new LinkedHashSet<>();
  private final Set<FeedId> followed = new HashSet<>();
  private final BiPredicate<FeedId, FeedId> blocks;
  private final Map<FeedId, Long> log = new LinkedHashMap<>();
  private final Map<FeedId, VectorClock> saved = new LinkedHashMap<>();
  private final Map<FeedId, SimLink> links = new LinkedHashMap<>();
  private final Set<FeedId> heardOfOwn = new HashSet<>();
  private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
  private final Set<FeedId> forges = new HashSet<>();
  private final SimHistory history;
  final Counts counts = new Counts();
  private @Nullable EbtState state;
  private long clockOffset;
  private boolean speaksEbt = true;
  private boolean hasBadDisk;

  /// @param by the link it came by, which may be gone by the time it is looked into
  private record Arrival(FeedId from, SimLink by, Message message) {}

  SimPeer(SimNetwork network, FeedId id, BiPredicate<FeedId, FeedId> blocks) {
    this.network = network;
    this.id = id;
    this.blocks = blocks;
    this.history = new SimHistory(network, this);
  }

  FeedId id() {
    return id;
  }

  /// While down: from now on its clock differs so much, in ms, from that of the network.
  SimPeer clockOff(long offset) {
    clockOffset = offset;
    return this;
  }

  /// From the next connection on only `createHistoryStream` is spoken with it.
  SimPeer withoutEbt() {
    speaksEbt = false;
    return this;
  }

  /// From now on one message of twenty cannot be stored when it comes.
  SimPeer withBadDisk() {
    hasBadDisk = true;
    return this;
  }

  boolean speaksEbt() {
    return speaksEbt;
  }

  SimPeer wants(FeedId feed) {
    return wants(feed, true);
  }

  /// Wants the feed, and follows whose it is, or knows them only by others.
  SimPeer wants(FeedId feed, boolean follows) {
    wanted.add(feed);
    if (follows) {
      followed.add(feed);
    }
    return this;
  }

  SimPeer has(FeedId feed, long sequence) {
    if (sequence > 0) {
      log.put(feed, sequence);
    }
    return this;
  }

  /// From now on this peer sends garbage in place of that feed's messages.
  void forge(FeedId feed) {
    forges.add(feed);
  }

  boolean isForger() {
    return !forges.isEmpty();
  }

  boolean wantsToHave(FeedId feed) {
    return wanted.contains(feed);
  }

  long head(FeedId feed) {
    return log.getOrDefault(feed, 0L);
  }

  boolean blocks(SimPeer other) {
    return blocks.test(id, other.id);
  }

  boolean isUp() {
    return state != null;
  }

  boolean isConnectedTo(SimPeer other) {
    return links.containsKey(other.id);
  }

  Set<FeedId> wanted() {
    return wanted;
  }

  /// The connections it has.
  Collection<SimLink> links() {
    return links.values();
  }

  List<SimLink> dialled() {
    return links.values().stream().filter(link -> link.dialer() == this).toList();
  }

  SimPeer start() {
    state = new EbtState(id, new VectorClock(new LinkedHashMap<>(log)), reach());
    return this;
  }

  /// The process dies, with what had not been verified yet. Its connections end for the others too.
  void stop(boolean orderly) {
    List.copyOf(links.values()).forEach(link -> link.close(orderly));
    state = null;
    arrivals.clear();
  }

  /// While down: everything on disk is gone.
  void loseDisk() {
    log.clear();
    saved.clear();
  }

  /// While down: an older copy of the disk is put back.
  void rollBack() {
    log.replaceAll((feed, head) -> network.random.nextLong(head + 1));
    log.values().removeIf(head -> head == 0);
    saved.clear();
  }

  /// While up: the end of a feed turns out to be damaged, and is dropped.
  void damage(FeedId feed) {
    if (head(feed) > 0 && !feed.equals(id)) {
      log.replaceAll((id, head) -> id.equals(feed) ? network.random.nextLong(head) : head);
      log.values().removeIf(head -> head == 0);
      saved.replaceAll((peer, clock) -> without(feed, clock));
      on(new Event.Lost(feed, head(feed)));
      history.lost(feed);
    }
  }

  void publish() {
    append(id, head(id) + 1);
  }

  void follow(FeedId feed, boolean follow) {
    boolean isWantedAnew = follow ? wanted.add(feed) : wanted.remove(feed);
    boolean isFollowedAnew = follow ? followed.add(feed) : followed.remove(feed);
    if (isWantedAnew || isFollowedAnew) {
      graphChanged();
    }
  }

  void graphChanged() {
    on(new Event.ReachChanged(reach()));
    history.reachChanged();
  }

  void tick() {
    on(new Event.Tick());
    history.tick();
  }

  void opened(SimLink link, SimPeer peer, boolean speaksFirst) {
    links.put(peer.id, link);
    if (!link.isEbt()) {
      history.opened(peer.id);
      return;
    }
    VectorClock last = saved.remove(peer.id);
    on(
        new Event.Opened(
            peer.id, speaksFirst, speaksFirst, last == null ? VectorClock.EMPTY : last));
  }

  void closed(SimPeer peer, boolean orderly) {
    links.remove(peer.id);
    if (history.isWith(peer.id)) {
      history.closed(peer.id);
      return;
    }
    heardOfOwn.remove(peer.id);
    if (state != null) {
      for (Action action : state.on(new Event.Closed(peer.id), clock())) {
        if (!(action instanceof Action.SaveClock) || orderly) {
          perform(action);
        }
      }
    }
  }

  void received(SimPeer from, Packet packet) {
    switch (packet) {
      case Notes(var notes) -> {
        if (notes.containsKey(id)) {
          heardOfOwn.add(from.id);
        }
        on(new Event.NotesHeard(from.id, notes));
      }
      case Asked asked -> history.asked(from.id, asked);
      case Message message -> {
        counts.messages++;
        if (message.sequence() <= head(message.feed())) {
          counts.duplicates++;
        }
        if (history.isWith(from.id)) {
          arrives(from.id, message);
        } else {
          heard(from.id, message);
        }
      }
    }
  }

  private void heard(FeedId from, Message message) {
    Event heard = new Event.MessageHeard(from, message.feed(), message.sequence());
    for (Action action : running().on(heard, clock())) {
      if (action instanceof Action.Take) {
        arrives(from, message);
      } else {
        perform(action);
      }
    }
  }

  private void arrives(FeedId from, Message message) {
    arrivals.add(new Arrival(from, Objects.requireNonNull(links.get(from)), message));
    network.after(network.random.nextLong(60), this::verifyNext);
  }

  void roomFor(SimPeer peer) {
    SimLink link = links.get(peer.id);
    if (history.isWith(peer.id)) {
      history.serve(peer.id);
      return;
    }
    boolean more = true;
    while (more && link != null && link.hasRoom(this)) {
      more = false;
      for (Action action : running().on(new Event.Writable(peer.id), clock())) {
        more |= !(action instanceof Action.Wake);
        perform(action);
      }
    }
  }

  private void on(Event event) {
    if (state != null) {
      state.on(event, clock()).forEach(this::perform);
    }
  }

  private long clock() {
    return network.now() + clockOffset;
  }

  private EbtState running() {
    if (state == null) {
      throw new IllegalStateException("down");
    }
    return state;
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Wake(FeedId peer) -> network.after(0, () -> wake(peer));
      case Action.SendNotes(FeedId peer, var notes) -> {
        counts.noteObjects++;
        send(peer, new Notes(new LinkedHashMap<>(notes)));
      }
      case Action.SendMessages page -> sendPage(page);
      case Action.Take take -> throw new IllegalStateException("unasked " + take);
      case Action.Close(FeedId peer) ->
          network.after(
              0,
              () -> {
                SimLink link = links.get(peer);
                if (link != null) {
                  link.close(true);
                }
              });
      case Action.SaveClock(FeedId peer, VectorClock clock) -> saved.put(peer, clock);
    }
  }

  private void wake(FeedId peer) {
    if (state != null && links.containsKey(peer)) {
      roomFor(network.peer(peer));
    }
  }

  private void sendPage(Action.SendMessages page) {
    if (page.upTo() > head(page.feed())) {
      throw new IllegalStateException("sends what it has not: " + page);
    }
    if (page.feed().equals(id) && !heardOfOwn.contains(page.peer())) {
      throw new IllegalStateException("own messages before the peer's note for them");
    }
    if (!maySend(page.feed(), page.peer())) {
      throw new IllegalStateException("feed sent to a peer its author blocks");
    }
    for (long n = page.after() + 1; n <= page.upTo(); n++) {
      sendMessage(page.peer(), page.feed(), n);
    }
  }

  boolean maySend(FeedId feed, FeedId peer) {
    return !blocks.test(feed, peer);
  }

  boolean hasRoomFor(FeedId peer) {
    return links.get(peer).hasRoom(this);
  }

  void sendMessage(FeedId peer, FeedId feed, long sequence) {
    send(peer, new Message(feed, sequence, !forges.contains(feed)));
  }

  void send(FeedId peer, Packet packet) {
    SimLink link = links.get(peer);
    if (link != null) {
      link.send(this, packet);
    }
  }

  private void verifyNext() {
    Arrival arrival = arrivals.poll();
    if (arrival == null || state == null) {
      return;
    }
    Message message = arrival.message();
    if (!arrival.by().isEbt()) {
      if (history.takes(arrival.from(), message, isUp(arrival))) {
        append(message.feed(), message.sequence());
      }
    } else if (!message.genuine()) {
      judged(arrival, new Event.Refused(arrival.from(), message.feed()));
    } else if (message.sequence() > head(message.feed()) + 1) {
      judged(arrival, new Event.Missed(arrival.from(), message.feed()));
    } else if (hasBadDisk && network.random.nextInt(20) == 0) {
      judged(arrival, new Event.Unstored(message.feed()));
    } else if (message.sequence() == head(message.feed()) + 1) {
      append(message.feed(), message.sequence());
    }
  }

  /// Of what came by a link that is gone nothing is known but that it is not stored.
  private void judged(Arrival arrival, Event verdict) {
    on(isUp(arrival) ? verdict : new Event.Dropped(arrival.message().feed(), 1));
  }

  private boolean isUp(Arrival arrival) {
    return links.get(arrival.from()) == arrival.by();
  }

  private void append(FeedId feed, long sequence) {
    log.put(feed, sequence);
    network.moved();
    on(new Event.Appended(feed, sequence));
    history.appended();
  }

  private static VectorClock without(FeedId feed, VectorClock clock) {
    Map<FeedId, Long> rest = new LinkedHashMap<>(clock.sequences());
    rest.remove(feed);
    return new VectorClock(rest);
  }

  private Reach reach() {
    return new Reach(new LinkedHashSet<>(wanted), Set.copyOf(followed), this::blockersOf);
  }

  private Set<FeedId> blockersOf(FeedId peer) {
    return Stream.concat(wanted.stream(), Stream.of(id))
        .filter(author -> blocks.test(author, peer))
        .collect(toSet());
  }
}
