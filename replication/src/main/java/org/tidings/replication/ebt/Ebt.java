package org.tidings.replication.ebt;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.peer.Outlet;

/// EBT with all peers: one [EbtState], fed from the streams, the log and the clock. Thread-safe.
///
/// The state is guarded by one lock, never held while waiting for the network, the log or the
/// database.
public final class Ebt implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ebt.class);
  private static final long TICK_MS = 1_000;

  /// The graph changes with every contact message; so long its changes are gathered.
  private static final long GRAPH_DELAY_MS = 150;

  private static final int OPENING = 64;

  private final Feeds feeds;
  private final FeedId self;
  private final Outlet outlet;
  private final EbtState state;
  private final ReentrantLock lock = new ReentrantLock();

  /// The streams of one peer open and close one after another, with what is read and written for
  /// that.
  private final List<ReentrantLock> opening =
      Stream.generate(ReentrantLock::new).limit(OPENING).toList();

  private final Map<FeedId, EbtSession> sessions = new ConcurrentHashMap<>();
  private final AtomicBoolean graphChanged = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("ebt-clock").factory());
  private final Subscription subscription;
  private volatile Optional<SyncProgress> syncProgress = Optional.empty();

  /// Starts to listen to what is appended.
  public Ebt(Feeds feeds) {
    this.feeds = feeds;
    this.self = feeds.identity().id();
    this.outlet = new Outlet(feeds);
    lock.lock();
    try {
      subscription = feeds.events().subscribe(this::happened);
      Map<FeedId, Long> heads = new HashMap<>();
      feeds.log().heads().forEach((feed, head) -> heads.put(feed, head.value()));
      state = new EbtState(self, new VectorClock(heads), reach());
    } finally {
      lock.unlock();
    }
    var _ = clock.scheduleAtFixedRate(guarded(this::tick), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  /// Whether a stream with the peer is open.
  public boolean isOpenWith(FeedId peer) {
    return sessions.containsKey(peer);
  }

  /// Runs a stream to its end. An older one with the same peer ends with `reconnected to peer`.
  void run(EbtSession session) throws IOException, InterruptedException {
    open(session);
    try {
      session.run();
    } finally {
      close(session);
    }
  }

  boolean isInReach(FeedId peer) {
    return feeds.graph().wants(peer);
  }

  /// How far we have the feeds that the peer may have from us.
  VectorClock clockFor(FeedId peer) {
    lock.lock();
    try {
      return state.clockFor(peer);
    } finally {
      lock.unlock();
    }
  }

  /// How many messages the peer says to have that we want and lack, as far as it is believed.
  public long missing(FeedId peer) {
    lock.lock();
    try {
      return state.missing(peer);
    } finally {
      lock.unlock();
    }
  }

  /// The connected peers that said or showed to have this message of a feed.
  public Set<FeedId> holders(FeedId feed, Sequence sequence) {
    lock.lock();
    try {
      return state.holders(feed, sequence.value());
    } finally {
      lock.unlock();
    }
  }

  /// How far we are with what all peers have and we lack, as of the last second; empty when nothing
  /// is under way.
  public Optional<SyncProgress> syncProgress() {
    return syncProgress;
  }

  /// The feeds of which the peer says to have more than so many messages that we want and lack,
  /// with the last of them.
  ///
  /// @param by in messages
  public Map<FeedId, Long> farAhead(FeedId peer, long by) {
    lock.lock();
    try {
      return state.farAhead(peer, by);
    } finally {
      lock.unlock();
    }
  }

  /// Something happened in a stream. Answers what it has to do itself; nothing if its place has
  /// been taken by a newer one.
  List<Action> on(EbtSession session, Event event) {
    return act(() -> isCurrent(session) ? on(event) : List.of());
  }

  /// What a stream brought of a feed was judged, or given up. That is so also where the stream has
  /// ended since: the feed is then asked for from where it stands, by whichever stream; else it
  /// would wait for ever for what never came.
  void judged(EbtSession session, FeedId feed, Event verdict) {
    act(() -> on(isCurrent(session) ? verdict : new Event.Dropped(feed, 1)));
  }

  /// Notes came. What the peer holds of our own feed is told before anything is answered.
  void notesHeard(EbtSession session, Map<FeedId, Note> notes) {
    Note own = notes.get(self);
    if (own != null && own.wanted()) {
      outlet.tellsOfOurs(session.session(), own.sequence());
    }
    on(session, new Event.NotesHeard(session.peer(), notes));
  }

  boolean isOurs(FeedId feed) {
    return feed.equals(self);
  }

  /// Whether that is a message of ours that is stored already.
  boolean isOursAgain(FeedId feed, long sequence) {
    return isOurs(feed) && sequence <= head(feed);
  }

  void offer(byte[] value, Origin origin, Consumer<Verdict> outcome) throws InterruptedException {
    feeds.ingest().offer(value, origin, outcome);
  }

  List<StoredMessage> page(FeedId feed, Sequence from, int limit) {
    return feeds.log().range(feed, from, limit);
  }

  /// Whether the message may go out by that stream now.
  boolean mayLeave(StoredMessage message, EbtSession session) {
    return outlet.lets(message, session.session());
  }

  /// The message was sent by that stream.
  void sent(StoredMessage message, EbtSession session) {
    outlet.sent(message, session.session());
  }

  /// Ends all streams and stops listening.
  @Override
  public void close() {
    subscription.close();
    clock.shutdownNow();
    sessions.values().forEach(EbtSession::close);
  }

  private void open(EbtSession session) {
    FeedId peer = session.peer();
    ReentrantLock turn = turnOf(peer);
    turn.lock();
    try {
      EbtSession older = sessions.get(peer);
      if (older != null) {
        close(older);
        older.fail("reconnected to peer");
      }
      VectorClock last = lastClock(peer);
      lock.lock();
      try {
        sessions.put(peer, session);
      } finally {
        lock.unlock();
      }
      on(session, opened(session, last));
    } finally {
      turn.unlock();
    }
  }

  private static Event opened(EbtSession session, VectorClock last) {
    boolean incoming = !session.session().isDialer();
    return new Event.Opened(session.peer(), incoming, session.speaksFirst(), last);
  }

  private ReentrantLock turnOf(FeedId peer) {
    return opening.get(Math.floorMod(peer.hashCode(), OPENING));
  }

  /// Forgets the clock while the stream runs, so that none is left if we do not come to save it:
  /// then nothing is skipped next time. Nor while publishing is held, since then data may be
  /// missing, or when it cannot be forgotten.
  private VectorClock lastClock(FeedId peer) {
    try {
      boolean open = feeds.gate().state() instanceof GateState.Open;
      VectorClock last = open ? remembered(peer) : VectorClock.EMPTY;
      feeds.peerMemory().saveClock(peer, Map.of());
      return last;
    } catch (StoreException failure) {
      log.warn("EBT with {} begins anew: {}", peer, failure.sentence());
      return VectorClock.EMPTY;
    }
  }

  private VectorClock remembered(FeedId peer) {
    Map<FeedId, Long> sequences = new HashMap<>();
    feeds
        .peerMemory()
        .clockOf(peer)
        .forEach(
            (feed, number) ->
                Note.decode(number)
                    .ifPresent(
                        note ->
                            sequences.put(
                                feed, note.wanted() ? note.sequence() : VectorClock.UNWANTED)));
    return new VectorClock(sequences);
  }

  private void close(EbtSession session) {
    ReentrantLock turn = turnOf(session.peer());
    turn.lock();
    try {
      List<Action> actions = on(session, new Event.Closed(session.peer()));
      if (sessions.remove(session.peer(), session)) {
        outlet.tellsNoMore(session.session());
      }
      for (Action action : actions) {
        if (action instanceof Action.SaveClock(FeedId peer, VectorClock said)) {
          save(peer, said);
        }
      }
    } finally {
      turn.unlock();
    }
  }

  /// Only of those in our reach: anybody can come under a thousand names.
  private void save(FeedId peer, VectorClock said) {
    if (!isInReach(peer)) {
      return;
    }
    Map<FeedId, Long> numbers = new HashMap<>();
    said.sequences()
        .forEach(
            (feed, sequence) ->
                numbers.put(
                    feed,
                    sequence == VectorClock.UNWANTED ? -1 : Note.of(sequence, true).encode()));
    try {
      feeds.peerMemory().saveClock(peer, numbers);
    } catch (StoreException failure) {
      log.warn("what {} has is not remembered: {}", peer, failure.sentence());
    }
  }

  private List<Action> on(Event event) {
    return state.on(event, System.nanoTime() / 1_000_000);
  }

  private void onAll(List<Event> events) {
    act(
        () -> {
          Set<Action> actions = new LinkedHashSet<>();
          events.forEach(event -> actions.addAll(on(event)));
          return actions;
        });
  }

  /// Has the state say what to do, and does it outside the lock.
  private <T extends Collection<Action>> T act(Supplier<T> step) {
    T actions;
    lock.lock();
    try {
      actions = step.get();
    } finally {
      lock.unlock();
    }
    actions.forEach(this::perform);
    return actions;
  }

  /// Whether no newer stream of that peer has taken its place.
  private boolean isCurrent(EbtSession session) {
    return sessions.get(session.peer()) == session;
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Wake(FeedId peer) -> with(peer, EbtSession::wake);
      case Action.Close(FeedId peer) -> with(peer, EbtSession::close);
      case Action.SendNotes mine -> {}
      case Action.SendMessages mine -> {}
      case Action.Take mine -> {}
      case Action.SaveClock mine -> {}
    }
  }

  private void with(FeedId peer, Consumer<EbtSession> what) {
    EbtSession session = sessions.get(peer);
    if (session != null) {
      what.accept(session);
    }
  }

  private void happened(FeedEvent event) {
    switch (event) {
      case FeedEvent.MessagesAppended(List<FeedEvent.Appended> messages) -> {
        Map<FeedId, Event> latest = new LinkedHashMap<>();
        for (FeedEvent.Appended message : messages) {
          latest.put(
              message.author(), new Event.Appended(message.author(), message.sequence().value()));
        }
        onAll(List.copyOf(latest.values()));
      }
      case FeedEvent.GraphChanged changed -> {
        if (graphChanged.compareAndSet(false, true)) {
          var _ =
              clock.schedule(guarded(this::graphChanged), GRAPH_DELAY_MS, TimeUnit.MILLISECONDS);
        }
      }
      case FeedEvent.PublishingChanged changed -> onAll(List.of(new Event.OwnReleased()));
      case FeedEvent.BlobStored stored -> {}
      case FeedEvent.MessagesDecrypted read -> {}
      case FeedEvent.IndexesProgressed further -> {}
      case FeedEvent.EarlyArrived early -> {}
      case FeedEvent.FeedDropped(FeedId feed) -> onAll(List.of(new Event.Lost(feed, head(feed))));
      case FeedEvent.FeedDamaged(FeedId feed) -> onAll(List.of(new Event.Lost(feed, head(feed))));
      case FeedEvent.FeedHealed(FeedId feed) ->
          onAll(List.of(new Event.Appended(feed, head(feed))));
    }
  }

  private long head(FeedId feed) {
    return feeds.log().headSequence(feed);
  }

  private void graphChanged() {
    graphChanged.set(false);
    onAll(List.of(new Event.ReachChanged(reach())));
  }

  private void tick() {
    Event tick = new Event.Tick();
    onAll(outlet.isToBeTriedAgain() ? List.of(tick, new Event.OwnReleased()) : List.of(tick));
    lock.lock();
    try {
      syncProgress = state.syncProgress(System.nanoTime() / 1_000_000);
    } finally {
      lock.unlock();
    }
    sessions.values().forEach(EbtSession::report);
  }

  /// A task that fails has a bug; the clock goes on all the same.
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error bug) {
        log.error("EBT's clock met a fault", bug);
      }
    };
  }

  private Reach reach() {
    SocialGraph graph = feeds.graph();
    return new Reach(graph.wanted(), graph.followed(), graph::blockersOf);
  }
}
