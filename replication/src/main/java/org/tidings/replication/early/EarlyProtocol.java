package org.tidings.replication.early;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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

  /// With fewer messages to come they are all here in a moment anyway.
  private static final int MUCH = 2_000;

  private static final int NEWEST = EarlyMessages.MOST_OF_A_FEED;

  /// So many feeds at a time, and stored together.
  private static final int TOGETHER = 16;

  /// So much is kept of one feed until it is stored, in bytes: five times what its newest usually
  /// have.
  private static final int MOST_BYTES = 256 * 1024;

  /// So many whom we follow are asked at a time, and so many others, in turn: what they send is
  /// kept until it is stored, and who says to have much and sends nothing takes as long as may be.
  private static final int FOLLOWED = 6;

  private static final int OTHERS = 2;

  /// So many of one peer: as many as there is room for.
  private static final int MOST_FEEDS = 400;

  /// So long is waited for them.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration GRAPH_DELAY = Duration.ofMillis(200);

  private final Feeds feeds;
  private final Ebt ebt;
  private final EbtProtocol spoken;
  private final Semaphore askingFollowed = new Semaphore(FOLLOWED, true);
  private final Semaphore askingOthers = new Semaphore(OTHERS, true);

  public EarlyProtocol(Feeds feeds, Ebt ebt, EbtProtocol spoken) {
    this.feeds = feeds;
    this.ebt = ebt;
    this.spoken = spoken;
  }

  /// The newest message of a feed that a peer says to have.
  private record Newest(FeedId feed, long sequence) {}

  @Override
  public void connected(PeerSession session, RpcConnection connection) throws InterruptedException {
    Semaphore changes = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> note(event, changes))) {
      boolean goesOn = speaksEbt(session);
      Set<FeedId> asked = new HashSet<>();
      while (goesOn && asked.size() < MOST_FEEDS && !connection.hasEnded()) {
        Thread.sleep(GRAPH_DELAY);
        changes.drainPermits();
        List<Newest> worth = worthAsking(session, asked);
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
  private List<Newest> worthAsking(PeerSession session, Set<FeedId> asked) {
    if (ebt.missing(session.peer()) < MUCH) {
      return List.of();
    }
    return ebt.farAhead(session.peer(), NEWEST).entrySet().stream()
        .map(ahead -> new Newest(ahead.getKey(), ahead.getValue()))
        .filter(newest -> !newest.feed.equals(feeds.identity().id()))
        .filter(newest -> !asked.contains(newest.feed))
        .sorted(Comparator.comparing(newest -> feeds.graph().hops(newest.feed)))
        .filter(newest -> feeds.early().newest(newest.feed) < newest.sequence - NEWEST)
        .limit(MOST_FEEDS - asked.size())
        .toList();
  }

  /// Returns false when the peer is not to be asked again: it sent what nobody has signed, or
  /// nothing in time, while other peers may have waited for their turn.
  private boolean fetch(PeerSession session, RpcConnection connection, List<Newest> worth)
      throws InterruptedException {
    boolean isFollowed = feeds.graph().followed().contains(session.peer());
    Semaphore asking = isFollowed ? askingFollowed : askingOthers;
    boolean honest = true;
    boolean brings = true;
    for (int from = 0; honest && brings && from < worth.size(); from += TOGETHER) {
      List<Newest> some = worth.subList(from, Math.min(worth.size(), from + TOGETHER));
      asking.acquire();
      try {
        Map<FeedId, List<byte[]>> received = receive(connection, some);
        brings = received.values().stream().anyMatch(values -> !values.isEmpty());
        honest = feeds.early().take(received);
      } finally {
        asking.release();
      }
    }
    if (!honest) {
      if (session.bad("a message came that its author has not signed")) {
        connection.abort(new ProtocolException("nothing but messages that are not to be taken"));
      }
    }
    return honest && brings;
  }

  /// What comes of these in time. Each is received by itself: one that is slow must not keep the
  /// connection from being read.
  private Map<FeedId, List<byte[]>> receive(RpcConnection connection, List<Newest> some)
      throws InterruptedException {
    Map<FeedId, List<byte[]>> received = new ConcurrentHashMap<>();
    List<Callable<Void>> all = new ArrayList<>();
    for (Newest newest : some) {
      all.add(
          () -> {
            received.put(newest.feed, messages(connection.open(HISTORY, newestOf(newest))));
            return null;
          });
    }
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      each.invokeAll(all, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return received;
  }

  private static JsonObject newestOf(Newest newest) {
    long first = newest.sequence - NEWEST + 1;
    return JsonObject.builder()
        .put("id", newest.feed.toString())
        .put("sequence", first)
        .put("seq", first)
        .put("limit", (long) NEWEST)
        .put("keys", false)
        .build();
  }

  /// As many as were asked for, and as much as is kept, whatever the peer sends.
  private static List<byte[]> messages(RpcStream stream) throws IOException, InterruptedException {
    try (stream) {
      List<byte[]> values = new ArrayList<>();
      int bytes = 0;
      Optional<Body> body = stream.receive();
      while (body.isPresent() && values.size() < NEWEST && bytes < MOST_BYTES) {
        values.add(body.get().bytes());
        bytes += body.get().size();
        body = stream.receive();
      }
      return values;
    }
  }
}
