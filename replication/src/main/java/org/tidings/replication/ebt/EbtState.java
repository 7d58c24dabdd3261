package org.tidings.replication.ebt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.ref.FeedId;

/// The EBT protocol with all peers at once: [events][Event] in, [actions][Action] out. It knows
/// numbers only, no bytes, no sockets, no clock, and does the same for the same events. Confined to
/// one thread, or to a lock. Protocol 6.3 and 6.4.
public final class EbtState {
  /// So many feeds are exchanged with all strangers together who called us, each counted for each
  /// of them: what we remember of them goes with that. One is always let in. Whom we called
  /// ourselves are as few as we like.
  static final int LINKS_WITH_STRANGERS = 200_000;

  /// So long, in ms, a stranger has its place before it gives way to the next.
  static final long STAY_OF_STRANGERS = 60_000;

  private final FeedId self;
  private final Map<FeedId, Session> sessions = new LinkedHashMap<>();
  private final Sources sources = new Sources(sessions);
  private final CatchUp catchUp = new CatchUp(sources);
  private final List<Action> actions = new ArrayList<>();
  private Reach reach;
  private long now;

  /// @param self our own feed
  /// @param heads how far each stored feed reaches
  public EbtState(FeedId self, VectorClock heads, Reach reach) {
    this.self = self;
    this.reach = reach;
    heads.sequences().forEach(this::stored);
  }

  /// Takes in what happened and answers what is to be done, in that order.
  ///
  /// @param nowMs any clock that never goes back, in ms; it may be below zero
  public List<Action> on(Event event, long nowMs) {
    now = nowMs;
    switch (event) {
      case Event.Opened opened -> opened(opened);
      case Event.Closed closed -> closed(closed.peer());
      case Event.NotesHeard heard -> notesHeard(heard);
      case Event.MessageHeard heard -> messageHeard(heard);
      case Event.Refused refused -> refused(refused);
      case Event.Missed missed -> missed(missed);
      case Event.Unstored(FeedId feed) -> sources.unstored(feed, now);
      case Event.Dropped dropped -> {
        sources.fellBack(dropped.feed(), dropped.sequence() - 1);
        sources.settle(dropped.feed(), now);
      }
      case Event.Appended appended -> appended(appended.feed(), appended.sequence());
      case Event.Lost lost -> lost(lost.feed(), lost.sequence());
      case Event.ReachChanged changed -> reachChanged(changed.reach());
      case Event.OwnReleased released -> ownReleased();
      case Event.Writable writable -> writable(writable.peer());
      case Event.Unsent unsent -> unsent(unsent);
      case Event.Tick tick -> tick();
    }
    return drain();
  }

  /// How far each stored feed reaches that may be told to that peer.
  public VectorClock clockFor(FeedId peer) {
    Map<FeedId, Long> sequences = new LinkedHashMap<>();
    Set<FeedId> blockers = reach.blockers().apply(peer);
    for (FeedId feed : reach.wanted()) {
      if (!blockers.contains(feed) && sources.of(feed).ours > 0) {
        sequences.put(feed, sources.of(feed).ours);
      }
    }
    return new VectorClock(sequences);
  }

  Optional<Link> link(FeedId peer, FeedId feed) {
    return Optional.ofNullable(sessions.get(peer)).map(session -> session.links.get(feed));
  }

  /// How many messages the peer says to have that we want and lack, without what it does not send
  /// though it says so, and what is more than there can be.
  public long missing(FeedId peer) {
    Session session = sessions.get(peer);
    return session == null ? 0 : session.missing(feed -> sources.of(feed).ours);
  }

  /// The feeds of which the peer says to have more than so many messages that we want and lack,
  /// with the last of them.
  Map<FeedId, Long> farAhead(FeedId peer, long by) {
    Session session = sessions.get(peer);
    return session == null ? Map.of() : session.ahead(feed -> sources.of(feed).ours + by);
  }

  /// The peers that said or showed to have this message of a feed.
  Set<FeedId> holders(FeedId feed, long sequence) {
    return sessions.values().stream()
        .filter(session -> session.has(feed, sequence))
        .map(session -> session.peer)
        .collect(Collectors.toSet());
  }

  /// How far we are with what peers have and we lack; empty when nothing is under way.
  ///
  /// @param nowMs by the clock of [#on]
  Optional<SyncProgress> syncProgress(long nowMs) {
    return catchUp.look(nowMs);
  }

  private void opened(Event.Opened opened) {
    FeedId peer = opened.peer();
    if (sessions.containsKey(peer)) {
      throw new IllegalStateException("there is a stream with " + peer);
    }
    Set<FeedId> blockers = reach.blockers().apply(peer);
    if (blockers.contains(self) || !hasPlaceFor(opened)) {
      actions.add(new Action.Close(peer));
      return;
    }
    Session session = new Session(peer);
    session.blockers = blockers;
    session.peerIsInReach(isInReach(peer));
    session.heardAt = now;
    session.openedAt = now;
    session.incoming = opened.incoming();
    session.followed = reach.followed().contains(peer);
    opened
        .lastClock()
        .sequences()
        .forEach(
            (feed, sequence) -> {
              if (isExchanged(feed, session)) {
                session.link(feed).remember(sequence);
              }
            });
    sessions.put(peer, session);
    if (opened.speaksFirst()) {
      greet(session);
    }
  }

  /// Whether the feed may be exchanged with that peer at all.
  private boolean isExchanged(FeedId feed, Session session) {
    return reach.wanted().contains(feed) && !session.blockers.contains(feed);
  }

  private boolean isInReach(FeedId peer) {
    return reach.wanted().contains(peer);
  }

  /// Strangers who would be too many have a place where the one that came first has had its for
  /// long enough.
  private boolean hasPlaceFor(Event.Opened opened) {
    if (!opened.incoming() || isInReach(opened.peer())) {
      return true;
    }
    List<Session> strangers = sessions.values().stream().filter(this::isPassing).toList();
    if (strangers.isEmpty() || isFewEnough(strangers.size() + 1)) {
      return true;
    }
    Session first = strangers.getFirst();
    if (now - first.openedAt < STAY_OF_STRANGERS) {
      return false;
    }
    first.givesWay = true;
    actions.add(new Action.Close(first.peer));
    return true;
  }

  private boolean isPassing(Session session) {
    return session.incoming && !session.givesWay && !isInReach(session.peer);
  }

  private boolean isFewEnough(long strangers) {
    return strangers * reach.wanted().size() <= LINKS_WITH_STRANGERS;
  }

  /// First notes: every feed of which the peer does not have as much as we, as far as we know. They
  /// go out in the order of what is wanted, and are answered in it.
  private void greet(Session session) {
    session.greet();
    for (FeedId feed : reach.wanted()) {
      if (isExchanged(feed, session) && !isSettled(session, feed)) {
        sources.ask(session, feed, now);
      }
    }
  }

  private boolean isSettled(Session session, FeedId feed) {
    Link link = session.links.get(feed);
    FeedProgress progress = sources.of(feed);
    if (link == null) {
      return progress.stored && progress.ours == 0;
    }
    return link.unwanted || link.refused || (link.known && link.claim == progress.ours);
  }

  private void closed(FeedId peer) {
    Session session = sessions.remove(peer);
    if (session != null) {
      sources.closed(session, now);
      actions.add(new Action.SaveClock(peer, session.clock(reach.wanted())));
    }
  }

  private void notesHeard(Event.NotesHeard heard) {
    Session session = sessions.get(heard.peer());
    if (session == null) {
      return;
    }
    if (!session.greeted) {
      greet(session);
    }
    boolean lostData = false;
    for (Map.Entry<FeedId, Note> entry : heard.notes().entrySet()) {
      lostData |= noteHeard(session, entry.getKey(), entry.getValue());
    }
    if (lostData) {
      askForAll(session);
    }
  }

  /// True when the peer has less than it said in the last stream: it has lost data, and whatever
  /// else it said then may be wrong too.
  private boolean noteHeard(Session session, FeedId feed, Note note) {
    if (!isExchanged(feed, session)) {
      session.decline(feed, note);
      return false;
    }
    Link link = session.link(feed);
    if (link.refused) {
      return false;
    }
    boolean answer = link.told == null || link.unwanted;
    boolean lostData = link.remembered && note.wanted() && note.sequence() < link.claim;
    link.heard(note);
    if (note.wanted()) {
      settle(session, feed, link, answer);
    } else {
      sources.leave(session, feed);
    }
    return lostData;
  }

  /// Makes the best of what the peer has just said about a feed that both want.
  private void settle(Session session, FeedId feed, Link link, boolean answer) {
    FeedProgress progress = sources.of(feed);
    long ours = progress.ours;
    boolean turnedOff = !link.transmit && link.claim < ours;
    if (answer) {
      sources.ask(session, feed, now);
    } else if (turnedOff) {
      sources.tell(session, feed, progress);
    }
    if (link.claim > progress.reached()) {
      sources.claimed(session, feed, now);
    } else if (link.transmit && link.claim < ours) {
      session.offer(feed);
    }
  }

  private void askForAll(Session session) {
    for (FeedId feed : reach.wanted()) {
      if (isExchanged(feed, session)) {
        Link link = session.link(feed);
        if (link.told == null) {
          link.remembered = false;
          sources.ask(session, feed, now);
        }
      }
    }
  }

  private void messageHeard(Event.MessageHeard heard) {
    Session session = sessions.get(heard.peer());
    FeedId feed = heard.feed();
    Link link = session == null ? null : session.links.get(feed);
    if (session == null || link == null || link.told == null || link.refused) {
      return;
    }
    FeedProgress progress = sources.of(feed);
    if (heard.sequence() <= progress.reached() + 1 && link.isOnward(heard.sequence())) {
      session.goesOn(link, heard.sequence(), now);
    }
    link.shown(heard.sequence());
    if (heard.sequence() <= progress.reached()) {
      sources.duplicated(session, feed, now);
      if (feed.equals(self)) {
        // Never ours to ignore: it may be the proof that our own feed has forked.
        actions.add(new Action.Take(session.peer, feed, heard.sequence()));
      }
    } else if (heard.sequence() == progress.reached() + 1) {
      progress.wentOn(session, heard.sequence(), now);
      session.brought++;
      link.wentOn();
      actions.add(new Action.Take(session.peer, feed, heard.sequence()));
    } else {
      sources.complain(session, feed, now);
    }
  }

  private void refused(Event.Refused refused) {
    FeedId feed = refused.feed();
    Session session = sessions.get(refused.peer());
    Link link = session == null ? null : session.links.get(feed);
    if (session != null && link != null && !link.refused) {
      link.refused = true;
      link.transmit = false;
      session.tell(feed, link, Note.UNWANTED);
      sources.leave(session, feed);
    }
    sources.fellBack(feed, 0);
    sources.settle(feed, now);
  }

  private void missed(Event.Missed missed) {
    sources.fellBack(missed.feed(), 0);
    Session session = sessions.get(missed.peer());
    Link link = session == null ? null : session.links.get(missed.feed());
    if (session != null && link != null && !link.refused) {
      sources.complain(session, missed.feed(), now);
    }
  }

  private FeedProgress stored(FeedId feed, long sequence) {
    FeedProgress progress = sources.of(feed);
    progress.stored = true;
    progress.ours = sequence;
    progress.arriving = Math.max(progress.arriving, sequence);
    progress.storeWorks();
    return progress;
  }

  private void appended(FeedId feed, long sequence) {
    long before = sources.of(feed).ours;
    if (sequence <= before) {
      return;
    }
    catchUp.stored(feed, sequence - before, now);
    stored(feed, sequence);
    for (Session session : sessions.values()) {
      if (session.greeted && isExchanged(feed, session)) {
        passOn(session, feed, before, sequence);
      }
    }
    sources.advanced(feed, now);
  }

  /// Sends what is new to a peer that asked for it, and lets another know.
  private void passOn(Session session, FeedId feed, long before, long sequence) {
    Link link = session.link(feed);
    Note told = link.told;
    if (link.refused) {
      return;
    }
    if (link.unwanted) {
      tellOfFirst(session, feed, told);
    } else if (link.transmit) {
      session.offerNews(feed, before, sequence);
    } else if (told == null) {
      sources.ask(session, feed, now);
    } else if (link.claim < sequence) {
      if (told.sequence() <= link.claim) {
        sources.tell(session, feed, sources.of(feed));
      } else {
        session.outdated.add(feed);
      }
    }
  }

  /// Who takes a feed up later says so only where we told of another number than it has itself,
  /// which is 0 then, too (epidemic-broadcast-trees, `follow`).
  private void tellOfFirst(Session session, FeedId feed, @Nullable Note told) {
    if (told != null && told.wanted() && told.sequence() == 0) {
      sources.tell(session, feed, sources.of(feed));
    }
  }

  private void lost(FeedId feed, long sequence) {
    FeedProgress progress = sources.of(feed);
    progress.ours = sequence;
    progress.arriving = sequence;
    progress.stored = sequence > 0;
    progress.storeWorks();
    for (Session session : sessions.values()) {
      if (!session.greeted) {
        // What was agreed on when we last met is so no more, and goes into the first notes.
        session.links.remove(feed);
      } else if (isExchanged(feed, session)) {
        Link link = session.link(feed);
        link.unsent(sequence);
        if (!link.refused && !link.unwanted) {
          sources.ask(session, feed, now);
        }
      }
    }
    sources.settle(feed, now);
  }

  /// Looks at what has changed and at nothing else: the graph changes with every contact message,
  /// and there are many feeds.
  private void reachChanged(Reach changed) {
    Set<FeedId> moved = difference(reach.wanted(), changed.wanted());
    reach = changed;
    for (Session session : List.copyOf(sessions.values())) {
      Set<FeedId> blockers = reach.blockers().apply(session.peer);
      Set<FeedId> concerned = difference(session.blockers, blockers);
      session.blockers = blockers;
      if (blockers.contains(self)) {
        actions.add(new Action.Close(session.peer));
        continue;
      }
      session.followed = reach.followed().contains(session.peer);
      session.peerIsInReach(isInReach(session.peer));
      moved.forEach(feed -> lookAgain(session, feed));
      concerned.forEach(feed -> lookAgain(session, feed));
    }
  }

  /// What is only in one of them: first what is not in `after`, then what was not in `before`, in
  /// its order.
  private static Set<FeedId> difference(Set<FeedId> before, Set<FeedId> after) {
    Set<FeedId> difference = new LinkedHashSet<>();
    before.stream().filter(feed -> !after.contains(feed)).forEach(difference::add);
    after.stream().filter(feed -> !before.contains(feed)).forEach(difference::add);
    return difference;
  }

  /// The feed may have come among those that are exchanged with the peer, or be no longer one.
  private void lookAgain(Session session, FeedId feed) {
    boolean linked = session.links.containsKey(feed);
    boolean exchanged = isExchanged(feed, session);
    if (linked && !exchanged) {
      session.drop(feed);
      sources.leave(session, feed);
    } else if (exchanged && !linked && session.greeted) {
      Link link = session.undecline(feed);
      sources.ask(session, feed, now);
      settle(session, feed, link, false);
    }
  }

  private void ownReleased() {
    for (Session session : sessions.values()) {
      Link link = session.links.get(self);
      if (link != null && link.transmit) {
        session.offer(self);
      }
    }
  }

  private void writable(FeedId peer) {
    Session session = sessions.get(peer);
    if (session == null || !session.greeted || session.blockers.contains(self)) {
      return;
    }
    if (session.hasNotes()) {
      actions.add(new Action.SendNotes(peer, session.takeNotes()));
    } else {
      session.nextPage(feed -> sendLimit(session, feed)).ifPresent(actions::add);
    }
  }

  /// The last message of the feed that may go to that peer now.
  private long sendLimit(Session session, FeedId feed) {
    return isExchanged(feed, session) ? sources.of(feed).ours : 0;
  }

  private void unsent(Event.Unsent unsent) {
    Session session = sessions.get(unsent.peer());
    Link link = session == null ? null : session.links.get(unsent.feed());
    if (session != null && link != null) {
      link.unsent(unsent.sequence());
      session.holdBack(unsent.feed(), link);
    }
  }

  private void tick() {
    sources.tick(now);
    for (Session session : sessions.values()) {
      for (FeedId feed : List.copyOf(session.outdated)) {
        Link link = session.links.get(feed);
        if (link != null && !link.transmit && link.claim < sources.of(feed).ours) {
          sources.tell(session, feed, sources.of(feed));
        }
      }
      session.outdated.clear();
      sources.acknowledge(session, now);
    }
  }

  private List<Action> drain() {
    for (Session session : sessions.values()) {
      if (session.takeWoken()) {
        actions.add(new Action.Wake(session.peer));
      }
    }
    List<Action> taken = List.copyOf(actions);
    actions.clear();
    return taken;
  }
}
