package org.tidings.replication.ebt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.transport.Turns;

/// The calls of EBT: `ebt.replicate`, which the side that dialled makes first, and either when the
/// stream has ended; `ebt.replicateFormat`, and `ebt.clock`. Thread-safe. Protocol 6.2 and 6.5.
public final class EbtProtocol implements PeerProtocol {
  private static final Logger log = LoggerFactory.getLogger(EbtProtocol.class);

  /// Some peers send their whole clock in one object.
  private static final int LARGEST_NOTES = 8 << 20;

  private static final Method REPLICATE =
      Method.duplex("ebt.replicate").withBodiesUpTo(LARGEST_NOTES);
  private static final Method REPLICATE_FORMAT =
      Method.duplex("ebt.replicateFormat").withBodiesUpTo(LARGEST_NOTES);

  /// Each of its answers may have the size of a whole clock.
  private static final Method CLOCK = Method.async("ebt.clock").withOpenUpTo(1);

  private static final String CLASSIC = "classic";
  private static final JsonObject VERSION =
      JsonObject.builder().put("version", 3).put("format", CLASSIC).build();

  /// Each stream is greeted with all we have, so that a peer may begin so many in a row and then
  /// one a second.
  private static final int STREAMS_AT_ONCE = 3;

  private static final Duration BETWEEN_STREAMS = Duration.ofSeconds(1);

  /// The same for calls of `ebt.clock`: each takes a look at all that we have.
  private static final int CLOCKS_AT_ONCE = 3;

  private static final Duration BETWEEN_CLOCKS = Duration.ofSeconds(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /// The side that dialled comes first, if it calls again at all, and never at the same time: each
  /// would end the other's stream.
  private static final Duration FIRST_PAUSE_OF_THE_CALLED = Duration.ofSeconds(8);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Ebt ebt;
  private final Turns<FeedId> turns = new Turns<>(STREAMS_AT_ONCE, BETWEEN_STREAMS);

  /// Nobody stands for all strangers: they could come under any number of names.
  private final Turns<Optional<FeedId>> clocks = new Turns<>(CLOCKS_AT_ONCE, BETWEEN_CLOCKS);

  /// @param ebt closed with this
  public EbtProtocol(Ebt ebt) {
    this.ebt = ebt;
  }

  @Override
  public List<Procedure> procedures(PeerSession session) {
    return List.of(
        Procedure.stream(REPLICATE, (call, stream) -> serve(session, call, stream)),
        Procedure.stream(REPLICATE_FORMAT, (call, stream) -> serve(session, call, stream)),
        Procedure.async(CLOCK, call -> clock(session, call)));
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    if (session.isDialer()) {
      call(session, connection, FIRST_PAUSE);
    } else {
      session.spoken().ebtEnded().await();
      Thread.sleep(FIRST_PAUSE_OF_THE_CALLED);
      call(session, connection, FIRST_PAUSE_OF_THE_CALLED);
    }
  }

  @Override
  public void close() {
    ebt.close();
  }

  /// Whether the peer speaks EBT on this connection, as soon as that is known.
  public CompletableFuture<Boolean> speaks(PeerSession session) {
    return session.spoken().ebt();
  }

  /// The connected peers that have a message, as [Ebt#holders].
  public Set<FeedId> holders(FeedId feed, Sequence sequence) {
    return ebt.holders(feed, sequence);
  }

  /// How far we are with what those who speak EBT have, as [Ebt#syncProgress].
  public Optional<SyncProgress> syncProgress() {
    return ebt.syncProgress();
  }

  /// Calls, and calls again when the stream ends while the connection stays, as it does when both
  /// sides have dialled at once and each ended the other's stream.
  private void call(PeerSession session, RpcConnection connection, Duration firstPause)
      throws IOException, InterruptedException {
    Duration pause = firstPause;
    while (!connection.hasEnded()) {
      try {
        if (ebt.isOpenWith(session.peer())) {
          pause = firstPause;
        } else {
          try (RpcStream stream = connection.open(REPLICATE, VERSION)) {
            run(session, stream, false);
          }
        }
      } catch (RpcError error) {
        if (error.saysMissing(REPLICATE)) {
          speaks(session).complete(false);
          return;
        }
        log.debug("EBT with {} ended: {}", session.peer(), error.message());
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private void serve(PeerSession session, Call call, RpcStream stream)
      throws IOException, InterruptedException {
    Optional<JsonObject> options = call.argument(0).flatMap(Json::asObject);
    if (options.isEmpty() || options.get().number("version").orElse(0) != 3) {
      throw new RpcError("expected ebt.replicate({version: 3})");
    }
    checkFormat(options);
    awaitTurn(turns.take(session.peer()));
    if (call.connection().isLeaving()) {
      return; // it would do no more than end the stream of a connection that stays
    }
    try {
      run(session, stream, true);
    } finally {
      session.spoken().ebtEnded().countDown();
    }
  }

  private void run(PeerSession session, RpcStream stream, boolean speaksFirst)
      throws IOException, InterruptedException {
    Runnable heard = () -> speaks(session).complete(true);
    ebt.run(new EbtSession(ebt, session, stream, speaksFirst, heard));
  }

  private static void awaitTurn(Optional<Duration> wait) throws RpcError, InterruptedException {
    if (wait.isEmpty()) {
      throw new RpcError("too many of them one after another");
    }
    Thread.sleep(wait.get());
  }

  private Body clock(PeerSession session, Call call) throws RpcError, InterruptedException {
    checkFormat(call.argument(0).flatMap(Json::asObject));
    awaitTurn(clocks.take(Optional.of(session.peer()).filter(ebt::isInReach)));
    JsonObject.Builder clock = JsonObject.builder();
    ebt.clockFor(session.peer())
        .sequences()
        .forEach((feed, sequence) -> clock.put(feed.toString(), sequence));
    return Body.rawJson(JsonWriter.compact(clock.build()));
  }

  private static void checkFormat(Optional<JsonObject> options) throws RpcError {
    String format = options.flatMap(given -> given.string("format")).orElse(CLASSIC);
    if (!format.equals(CLASSIC)) {
      throw new RpcError("Unknown format: " + format);
    }
  }
}
