package org.tidings.replication.blob;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Pace;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.transport.Turns;

/// The calls about blobs: `blobs.createWants`, which each side makes on the other as soon as they
/// are connected, and what [BlobServing] serves. Thread-safe. Protocol 7.2 and 7.3.
public final class BlobProtocol implements PeerProtocol {
  private static final Logger log = LoggerFactory.getLogger(BlobProtocol.class);
  private static final Method CREATE_WANTS = Method.source("blobs.createWants");
  private static final int MOST_LISTENING = 4;

  /// Each who begins to listen is told all that we want, so that a peer may begin so many times in
  /// a row and then once a second.
  private static final int LISTENING_AT_ONCE = 4;

  private static final Duration BETWEEN_LISTENING = Duration.ofSeconds(1);

  private final BlobStore store;
  private final BlobExchange exchange;
  private final Semaphore strangers = new Semaphore(1, true);
  private final Turns<FeedId> turns = new Turns<>(LISTENING_AT_ONCE, BETWEEN_LISTENING);

  /// @param store what is served
  /// @param blobs what is asked for
  public BlobProtocol(BlobStore store, Blobs blobs) {
    this.store = store;
    this.exchange = blobs.exchange();
  }

  @Override
  public List<Procedure> procedures(PeerSession session) {
    boolean near = exchange.isNear(session.peer());
    BlobServing serving = new BlobServing(store, near ? Optional.empty() : Optional.of(strangers));
    List<Procedure> all = new ArrayList<>(serving.procedures());
    all.add(Procedure.stream(CREATE_WANTS, (call, stream) -> tellWants(session, call, stream)));
    return all;
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    LinkTable.Link link = exchange.enter(session, connection);
    try {
      hearWants(session, link);
      connection.awaitEnd();
    } finally {
      exchange.leave(session);
    }
  }

  /// The stream stays open, since one that ends is taken for a peer without blobs.
  private void tellWants(PeerSession session, Call call, RpcStream stream)
      throws IOException, InterruptedException {
    Thread.sleep(turns.take(session.peer()).orElseThrow(BlobProtocol::tooMany));
    LinkTable.Link link = exchange.enter(session, call.connection());
    try {
      if (link.flows().size() >= MOST_LISTENING) {
        throw tooMany();
      }
      exchange.tell(link, stream);
    } finally {
      if (call.connection().isLeaving()) {
        exchange.leave(session);
      }
    }
  }

  private static RpcError tooMany() {
    return new RpcError("too many open requests");
  }

  /// A peer without blobs refuses, and everything else goes on.
  private void hearWants(PeerSession session, LinkTable.Link link)
      throws IOException, InterruptedException {
    try (RpcStream wants = link.connection().open(CREATE_WANTS)) {
      Pace.hear(
          wants,
          told -> told.asObject().ifPresent(object -> exchange.heard(session, link, object)));
    } catch (RpcError refused) {
      log.debug("{} has no blobs: {}", link.connection(), refused.message());
    }
  }
}
