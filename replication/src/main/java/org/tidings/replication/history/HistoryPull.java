package org.tidings.replication.history;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.StreamItem;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.RefusedFeed;
import org.tidings.replication.transport.Patience;

/// Asks a peer that does not speak EBT for every feed we want, one stream for each, our own first.
/// A stream that ends is asked for again after a minute, since some peers only send what is there;
/// sooner, if it ended because something was missing or could not be stored. A feed with a message
/// that is refused is left alone until the next connection. Where they take turns, one that is
/// silent gives its place to the next, and is asked again after all others. What turns out to be
/// damaged here is asked for again. Only the next message of its feed is taken from a stream:
/// whoever sends the same again and again, on a thousand of them, would keep us from verifying
/// anything else.
///
/// Confined to the thread that runs it, but for the streams' own threads.
final class HistoryPull {
  private static final Logger log = LoggerFactory.getLogger(HistoryPull.class);

  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration GRAPH_DELAY = Duration.ofMillis(150);

  /// The first time in a row; twice as long each time, as long as nothing comes that is stored.
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final int MOST_DOUBLINGS = 5;

  /// So many messages in a row that we have already a stream may bring; another peer may have been
  /// faster. What is missing then is asked for anew.
  private static final int MOST_NEEDLESS = 500;

  private final Feeds feeds;
  private final PeerSession session;
  private final RpcConnection connection;
  private final Map<FeedId, Pull> open = new ConcurrentHashMap<>();
  private final SequencedSet<FeedId> silent = new LinkedHashSet<>();
  private final Set<FeedId> refused = ConcurrentHashMap.newKeySet();
  private final int most;
  private final Duration patience;
  private final Semaphore room;
  private final Semaphore graphChanges = new Semaphore(0);

  private boolean live = true;

  /// Whether somebody waits already to have all asked for again.
  private final AtomicBoolean isSoon = new AtomicBoolean();

  private final AtomicInteger inVain = new AtomicInteger();

  /// @param most so many streams at a time; with more feeds than that they take turns and none
  ///     stays open
  /// @param patience how long one of those that take turns may be silent
  HistoryPull(
      Feeds feeds, PeerSession session, RpcConnection connection, int most, Duration patience) {
    this.most = most;
    this.patience = patience;
    this.room = new Semaphore(most);
    this.feeds = feeds;
    this.session = session;
    this.connection = connection;
  }

  /// One stream, how far it has come, and how long it may still be silent.
  private static final class Pull {
    final RpcStream stream;
    volatile Patience patience;
    private long reached;
    private int needless;

    Pull(RpcStream stream, long reached, Duration patience) {
      this.stream = stream;
      this.reached = reached;
      this.patience = Patience.of(patience);
    }

    /// Whether that is the next message, which then is the last one that came.
    ///
    /// @param head the last one that is stored
    boolean goesOnWith(long sequence, long head) {
      reached = Math.max(reached, head);
      if (sequence != reached + 1) {
        needless++;
        return false;
      }
      reached = sequence;
      needless = 0;
      return true;
    }

    /// Whether something that says nothing is one too many.
    boolean isOverWithMark() {
      needless++;
      return needless > MOST_NEEDLESS;
    }

    /// Whether a message with that sequence, which is not the next, is one too many.
    boolean isOverWith(long sequence) {
      return sequence > reached || needless > MOST_NEEDLESS;
    }
  }

  /// Pulls until interrupted.
  void run() throws IOException, InterruptedException {
    try (Subscription _ = feeds.events().subscribe(this::happened)) {
      while (!connection.hasEnded()) {
        askForAll();
        if (graphChanges.tryAcquire(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          Thread.sleep(GRAPH_DELAY);
          graphChanges.drainPermits();
        }
      }
    } finally {
      open.values().forEach(pull -> pull.stream.close());
    }
  }

  private void happened(FeedEvent event) {
    switch (event) {
      case FeedEvent.GraphChanged changed -> graphChanges.release();
      case FeedEvent.FeedDamaged(FeedId feed) -> endStream(feed);
      case FeedEvent.FeedDropped(FeedId feed) -> endStream(feed);
      default -> {}
    }
  }

  /// There is less of the feed than was asked from: asked for again, it comes from there.
  private void endStream(FeedId feed) {
    Pull pull = open.get(feed);
    if (pull != null && open.remove(feed, pull)) {
      pull.stream.close();
      graphChanges.release();
    }
  }

  /// What was missing, or could not be stored, is asked for again in a moment.
  private void endForNow(RpcStream stream) {
    stream.close();
    if (isSoon.compareAndSet(false, true)) {
      int doublings = Math.min(inVain.getAndIncrement(), MOST_DOUBLINGS);
      Duration pause = SOON.multipliedBy(1L << doublings);
      connection.startBeside("again", () -> againAfter(pause));
    }
  }

  private void againAfter(Duration pause) {
    try {
      Thread.sleep(pause);
      isSoon.set(false);
      graphChanges.release();
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }

  private void askForAll() throws IOException, InterruptedException {
    Set<FeedId> wanted = wanted();
    boolean live = wanted.size() <= most;
    boolean makesRoom = this.live && !live;
    this.live = live;
    // Those that make room are asked for again in this round, though they end a moment later.
    open.forEach(
        (feed, pull) -> {
          if (makesRoom || !wanted.contains(feed)) {
            open.remove(feed, pull);
            pull.stream.close();
          }
        });
    for (FeedId feed : wanted) {
      if (!open.containsKey(feed) && !refused.contains(feed)) {
        if (!findsRoom()) {
          // The peer lets its streams hang; what is wanted may have changed meanwhile.
          return;
        }
        ask(feed);
      }
    }
  }

  private boolean findsRoom() throws InterruptedException {
    if (room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    endSilent();
    return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void endSilent() {
    open.forEach(
        (feed, pull) -> {
          if (pull.patience.isOver()) {
            silent.addLast(feed);
            pull.stream.close();
          }
        });
  }

  /// Our own first, those that were silent last.
  private Set<FeedId> wanted() {
    FeedId self = feeds.identity().id();
    SequencedSet<FeedId> wanted = new LinkedHashSet<>(Set.of(self));
    for (FeedId feed : feeds.graph().wanted()) {
      if (!feed.equals(self) && !feeds.graph().blocks(feed, session.peer())) {
        wanted.add(feed);
      }
    }
    silent.stream().filter(wanted::contains).forEach(wanted::addLast);
    return wanted;
  }

  private void ask(FeedId feed) throws IOException, InterruptedException {
    long next = 1 + head(feed);
    RpcStream stream =
        connection.open(
            Method.source("createHistoryStream"),
            JsonObject.builder()
                .put("id", feed.toString())
                .put("sequence", next)
                .put("seq", next)
                .put("live", live)
                .put("keys", false)
                .build());
    Pull pull = new Pull(stream, next - 1, patience);
    open.put(feed, pull);
    Thread.ofVirtual().name("peer-" + session.peer() + "-history").start(() -> receive(feed, pull));
  }

  private void receive(FeedId feed, Pull pull) {
    RpcStream stream = pull.stream;
    try {
      for (var body = stream.receive(); body.isPresent(); body = stream.receive()) {
        pull.patience = Patience.of(patience);
        take(feed, pull, body.get());
      }
    } catch (RpcError error) {
      log.debug("{} does not send {}: {}", session.peer(), feed, error.message());
    } catch (IOException over) {
      log.debug("history of {} from {} ends: {}", feed, session.peer(), over.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stream.close();
      open.remove(feed, pull);
      room.release();
    }
  }

  private long head(FeedId feed) {
    return feeds.log().headSequence(feed);
  }

  private void take(FeedId feed, Pull pull, Body body) throws InterruptedException {
    session.progress().received();
    switch (StreamItem.read(body.bytes())) {
      case StreamItem.MessageItem message when message.author().equals(feed) ->
          take(feed, pull, body, message.sequence());
      // As `{"sync":true}`, with which some say that what is stored has been sent.
      case StreamItem.NotesItem mark when mark.notes().isEmpty() -> {
        if (pull.isOverWithMark()) {
          endForNow(pull.stream);
        }
      }
      default ->
          refuse(
              RefusedFeed.of(feed, new Verdict.Malformed("no message of that feed")), pull.stream);
    }
  }

  private void take(FeedId feed, Pull pull, Body body, long sequence) throws InterruptedException {
    if (pull.goesOnWith(sequence, head(feed))) {
      feeds
          .ingest()
          .offer(
              body.bytes(),
              new Origin.FromPeer(session.peer()),
              verdict -> judged(feed, pull.stream, verdict));
    } else if (pull.isOverWith(sequence)) {
      endForNow(pull.stream);
    }
  }

  private void judged(FeedId feed, RpcStream stream, Verdict verdict) {
    switch (verdict) {
      case Verdict.Accepted accepted -> {
        inVain.set(0);
        session.progress().good();
      }
      case Verdict.Duplicate duplicate -> {}
      case Verdict.Gap gap -> endForNow(stream);
      case Verdict.Unwanted unwanted -> endForNow(stream);
      case Verdict.Unstored unstored -> endForNow(stream);
      case Verdict.Forked forked -> refuse(RefusedFeed.of(feed, forked), stream);
      case Verdict.Refused forged -> refuse(RefusedFeed.of(feed, forged), stream);
    }
  }

  private void refuse(RefusedFeed feed, RpcStream stream) {
    refused.add(feed.feed());
    if (session.refuse(feed)) {
      stream.cut("nothing but messages that are not to be taken");
    } else {
      stream.close();
    }
  }
}
