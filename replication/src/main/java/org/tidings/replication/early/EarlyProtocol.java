package org.tidings.replication.early;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.EarlyMessages;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.transport.ProtocolException;

/// Asks a peer that has much of what we lack for the newest messages first, of the nearest feeds
/// first, beside the EBT stream in which their history comes. Thread-safe.
public final class EarlyProtocol implements PeerProtocol {

  /// A message has at most 8,192 characters, however they are escaped.
  private static final Method HISTORY =
      Method.source("createHistoryStream").withBodiesUpTo(64 * 1024);

  private static final int NEWEST = EarlyMessages.MOST_OF_A_FEED;

  /// So many feeds at a time, and stored together.
  private static final int TOGETHER = 16;

  /// So much is kept of one feed until it is stored, in bytes: five times what its newest usually
  /// have.
  private static final int MOST_BYTES = 256 * 1024;

  /// One of so many that are missing is asked for: it comes a second time with the history.
  private static final int SHARE = 4;

  /// So many of one peer: as many as there is room for.
  private static final int MOST_FEEDS = 400;

  /// What has come is stored at least as often, and seen then.
  private static final Duration STORED_EVERY = Duration.ofSeconds(1);

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration GRAPH_DELAY = Duration.ofMillis(200);

  private final Feeds feeds;
  private final Ebt ebt;
  private final EbtProtocol spoken;
  private final Places followed = Places.ofFollowed();
  private final Places others = Places.ofOthers();

  public EarlyProtocol(Feeds feeds, Ebt ebt, EbtProtocol spoken) {
    this.feeds = feeds;
    this.ebt = ebt;
    this.spoken = spoken;
  }

  /// The newest message of a feed that a peer says to have, and how many up to it are asked for.
  private record Newest(FeedId feed, long sequence, long count) {
    long first() {
      return sequence - count + 1;
    }
  }

  /// How it went with a peer.
  ///
  /// @param honest whether all that came was signed by its author
  /// @param brings whether anything came
  private record Outcome(boolean honest, boolean brings) {
    static final Outcome NOTHING_ASKED = new Outcome(true, true);

    boolean isGood() {
      return honest && brings;
    }
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection) throws InterruptedException {
    Semaphore changes = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> note(event, changes))) {
      boolean goesOn = speaksEbt(session);
      Set<FeedId> asked = new HashSet<>();
      Behind behind = new Behind();
      while (goesOn && asked.size() < MOST_FEEDS && !connection.hasEnded()) {
        Thread.sleep(GRAPH_DELAY);
        changes.drainPermits();
        List<Newest> worth = worthAsking(session, behind, asked);
        worth.forEach(newest -> asked.add(newest.feed));
        goesOn = fetch(session, connection, worth);
        var _ = changes.tryAcquire(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private static void note(FeedEvent event, Semaphore changes) {
    if (event instanceof FeedEvent.GraphChanged) {
      changes.release();
    }
  }

  private boolean speaksEbt(PeerSession session) throws InterruptedException {
    try {
      return spoken.speaks(session).get();
    } catch (ExecutionException never) {
      return false;
    }
  }

  /// The nearest first, without our own: the log alone takes what is ours.
  private List<Newest> worthAsking(PeerSession session, Behind behind, Set<FeedId> asked) {
    long missing = ebt.missing(session.peer());
    Map<FeedId, Long> ahead = missing > NEWEST ? ebt.farAhead(session.peer(), NEWEST) : Map.of();
    return behind.worthAsking(ahead.keySet(), missing, System.nanoTime()).stream()
        .filter(feed -> !feed.equals(feeds.identity().id()))
        .filter(feed -> !asked.contains(feed))
        .sorted(Comparator.comparing(feeds.graph()::hops))
        .map(feed -> newest(feed, ahead.getOrDefault(feed, 0L)))
        .filter(newest -> feeds.early().newest(newest.feed) < newest.first())
        .limit(MOST_FEEDS - asked.size())
        .toList();
  }

  private Newest newest(FeedId feed, long sequence) {
    long missing = sequence - feeds.log().headSequence(feed);
    return new Newest(feed, sequence, Math.clamp(missing / SHARE, 1, NEWEST));
  }

  /// Returns false when the peer is not to be asked again: it sent what nobody has signed, or
  /// nothing in time, while other peers may have waited for their turn.
  private boolean fetch(PeerSession session, RpcConnection connection, List<Newest> worth)
      throws InterruptedException {
    boolean isFollowed = feeds.graph().followed().contains(session.peer());
    Places places = isFollowed ? followed : others;
    Outcome outcome = Outcome.NOTHING_ASKED;
    for (int from = 0; outcome.isGood() && from < worth.size(); from += TOGETHER) {
      List<Newest> some = worth.subList(from, Math.min(worth.size(), from + TOGETHER));
      places.free().acquire();
      try {
        outcome = fetch(connection, some, places);
      } finally {
        places.free().release();
      }
    }
    if (!outcome.honest) {
      if (session.bad("a message came that its author has not signed")) {
        connection.abort(new ProtocolException("nothing but messages that are not to be taken"));
      }
    }
    return outcome.isGood();
  }

  /// Each is received by itself: one that is slow must not keep the connection from being read.
  private Outcome fetch(RpcConnection connection, List<Newest> some, Places places)
      throws InterruptedException {
    Arrivals arrivals = new Arrivals(some.size());
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Newest newest : some) {
        var _ = each.submit(() -> receive(connection, newest, arrivals));
      }
      try {
        return store(connection, arrivals, places);
      } finally {
        each.shutdownNow();
      }
    }
  }

  private Outcome store(RpcConnection connection, Arrivals arrivals, Places places)
      throws InterruptedException {
    Wait wait = new Wait(places, System.nanoTime());
    boolean honest = true;
    boolean brings = false;
    boolean over = false;
    while (honest && !over) {
      boolean areAll = arrivals.areAll();
      Map<FeedId, List<byte[]>> came = arrivals.take(STORED_EVERY);
      brings |= !came.isEmpty();
      honest = feeds.early().take(came);
      long bytes = connection.traffic().bytesReceived();
      over = areAll || wait.isOver(!came.isEmpty(), bytes, System.nanoTime());
    }
    return new Outcome(honest, brings);
  }

  /// As many as were asked for, and as much as is kept, whatever the peer sends.
  private static boolean receive(RpcConnection connection, Newest newest, Arrivals arrivals)
      throws IOException, InterruptedException {
    try (RpcStream stream = connection.open(HISTORY, question(newest))) {
      int bytes = 0;
      for (int count = 0; count < newest.count && bytes < MOST_BYTES; count++) {
        Optional<Body> body = stream.receive();
        if (body.isEmpty()) {
          return true;
        }
        arrivals.add(newest.feed, body.get().bytes());
        bytes += body.get().size();
      }
      return true;
    } finally {
      arrivals.ended();
    }
  }

  private static JsonObject question(Newest newest) {
    return JsonObject.builder()
        .put("id", newest.feed.toString())
        .put("sequence", newest.first())
        .put("seq", newest.first())
        .put("limit", newest.count)
        .put("keys", false)
        .build();
  }
}
