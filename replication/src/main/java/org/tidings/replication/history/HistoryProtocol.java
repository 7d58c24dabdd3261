package org.tidings.replication.history;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tidings.feed.Feeds;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;

/// `createHistoryStream`, served to everybody, and called where a peer does not speak EBT: by the
/// side that dialled as soon as EBT turns out to be missing, by the other when it is called itself
/// or EBT has not begun after a minute. Thread-safe. Protocol 6.6.
public final class HistoryProtocol implements PeerProtocol {
  private static final Method METHOD = Method.source("createHistoryStream");

  /// Peers without EBT open one for each feed they follow.
  private static final int MOST_OPEN = 5_000;

  private static final int MOST_OPEN_OF_A_STRANGER = 500;

  /// So many of a peer's are open whatever others have open: a few could else take all there are.
  private static final int OWN = 50;

  /// Beyond those, so many of all peers of either sort together: each takes about five kilobytes
  /// while it is open.
  private static final int MOST_OF_ALL = 8_000;

  private static final int MOST_OF_ALL_STRANGERS = 2_000;

  /// Whoever dialled waits so long for a word of EBT, the other side twice as long.
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  /// A peer that asks for history may be about to speak EBT as well.
  private static final Duration ASKED_PATIENCE = Duration.ofSeconds(1);

  private static final int MOST_STREAMS = 1_000;

  /// Whoever has something to send and sends nothing for so long sends nothing.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Feeds feeds;
  private final EbtProtocol ebt;
  private final Duration patience;
  private final LiveFeeds live;
  private final Semaphore places = new Semaphore(MOST_OF_ALL);
  private final Semaphore placesOfStrangers = new Semaphore(MOST_OF_ALL_STRANGERS);

  public HistoryProtocol(Feeds feeds, EbtProtocol ebt) {
    this(feeds, ebt, USUAL_PATIENCE);
  }

  HistoryProtocol(Feeds feeds, EbtProtocol ebt, Duration patience) {
    this.feeds = feeds;
    this.ebt = ebt;
    this.patience = patience;
    this.live = new LiveFeeds(feeds.events(), feeds.identity().id());
  }

  @Override
  public List<Procedure> procedures(PeerSession session) {
    boolean inReach = feeds.graph().wants(session.peer());
    Method method = METHOD.withOpenUpTo(inReach ? MOST_OPEN : MOST_OPEN_OF_A_STRANGER);
    List<Semaphore> kinds = List.of(new Semaphore(OWN), inReach ? places : placesOfStrangers);
    Pages pages = new Pages(!inReach);
    return List.of(
        Procedure.stream(
            method,
            (call, stream) -> {
              Semaphore place = takeOf(kinds);
              try {
                serve(session, call, stream, pages);
              } finally {
                place.release();
              }
            }));
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    if (!speaksEbt(session, connection)) {
      pull(session, connection);
    }
  }

  @Override
  public void close() {
    live.close();
  }

  private static Semaphore takeOf(List<Semaphore> kinds) throws RpcError {
    return kinds.stream()
        .filter(Semaphore::tryAcquire)
        .findFirst()
        .orElseThrow(() -> new RpcError("too many open requests"));
  }

  private void serve(PeerSession session, Call call, RpcStream stream, Pages pages)
      throws IOException, InterruptedException {
    HistoryQuery query = HistoryQuery.of(call.arguments());
    session.spoken().history().complete(true);
    new HistoryStream(feeds, query, session, stream, pages).serve(live);
  }

  /// The first word of EBT may be one of a megabyte, so that nothing is concluded while it comes.
  private boolean speaksEbt(PeerSession session, RpcConnection connection)
      throws InterruptedException {
    CompletableFuture<Boolean> speaks = ebt.speaks(session);
    CompletableFuture<?> known = CompletableFuture.anyOf(speaks, session.spoken().history());
    Duration each = session.isDialer() ? patience : patience.multipliedBy(2);
    boolean answered = comesWithin(each, known);
    while (!answered && connection.isAmidFrame()) {
      answered = comesWithin(each, known);
    }
    if (answered && !speaks.isDone()) {
      comesWithin(ASKED_PATIENCE, speaks);
    }
    return speaks.getNow(false);
  }

  /// Pulls until the connection ends or EBT begins after all.
  private void pull(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    session.progress().begun();
    Thread pulling = Thread.currentThread();
    CompletableFuture<Void> late =
        ebt.speaks(session)
            .thenAccept(
                speaks -> {
                  if (speaks) {
                    pulling.interrupt();
                  }
                });
    try {
      new HistoryPull(feeds, session, connection, MOST_STREAMS, PATIENCE).run();
    } finally {
      late.cancel(false);
    }
  }

  private static boolean comesWithin(Duration patience, CompletableFuture<?> event)
      throws InterruptedException {
    try {
      event.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }
}
