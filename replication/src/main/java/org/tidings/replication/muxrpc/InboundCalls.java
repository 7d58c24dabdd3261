package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.replication.transport.Patience;

/// The calls a peer makes on us: opens them, hands them to their procedures, answers what cannot be
/// called. Confined to the reading thread, but for the handlers' own threads and [#open].
final class InboundCalls {
  private static final Logger log = LoggerFactory.getLogger(InboundCalls.class);

  /// So many refusals a connection has free; a peer without EBT may ask for any number of feeds.
  private static final int REFUSED_AT_ONCE = 1_000;

  private static final Duration REFUSAL_PAUSE = Duration.ofMillis(10);

  /// So many calls a stranger has free, one for each feed that a peer without EBT may ask for; from
  /// then on it is heard no faster than by our [Pace], as each call costs more than its bytes.
  private static final int STRANGERS_CALLS_AT_ONCE = 1_000;

  private final RpcConnection connection;
  private final Procedures procedures;
  private final RpcLimits limits;
  private final Map<Integer, RpcStream> open = new ConcurrentHashMap<>();
  private final Set<Thread> handlers = ConcurrentHashMap.newKeySet();
  private final SeenNumbers seen = new SeenNumbers();
  private boolean ofStranger;
  private Turn nextInOrder = () -> {};
  private int begun;
  private volatile boolean anyBegun;
  private int refused;

  InboundCalls(RpcConnection connection, Procedures procedures, RpcLimits limits) {
    this.connection = connection;
    this.procedures = procedures;
    this.limits = limits;
  }

  /// Before the first frame: the peer is nobody in our reach.
  void ofStranger() {
    ofStranger = true;
  }

  /// Whether there was a call that may be made.
  boolean anyBegun() {
    return anyBegun;
  }

  /// The calls in progress, by the peer's number.
  Map<Integer, RpcStream> open() {
    return open;
  }

  /// Takes a frame with a positive number: the next of a call in progress, or a new call. Leftovers
  /// of calls that have ended are dropped, so much of them and no more; so are new calls after our
  /// goodbye, since they could not be answered.
  void arrived(Frame frame) throws IOException, InterruptedException {
    RpcStream stream = open.get(frame.request());
    if (stream != null) {
      stream.arrived(frame);
    } else if (!connection.isLeaving() && !frame.end() && seen.add(frame.request())) {
      begin(frame);
    } else {
      connection.leftOver(frame);
    }
  }

  /// Waits, not forever, until the handlers have noticed that the connection has ended.
  void join(Duration atMost) throws InterruptedException {
    Patience patience = Patience.of(atMost);
    for (Thread handler : handlers) {
      handler.join(patience.left());
    }
  }

  private void begin(Frame frame) throws IOException, InterruptedException {
    try {
      Request request = Request.in(frame);
      Procedure procedure = procedures.find(request.name(), request.type());
      boolean large = frame.body().size() > RpcLimits.Calls.USUAL_BYTES;
      if (isFull(procedure.method()) || (large && hasManyLarge())) {
        throw new RpcError("too many open requests");
      }
      begin(procedure, request, -frame.request(), large);
      begun++;
      anyBegun = true;
      if (ofStranger && begun > STRANGERS_CALLS_AT_ONCE) {
        Pace.after(frame.body().size());
      }
    } catch (RpcError refusal) {
      connection.sendNow(new Frame(-frame.request(), frame.stream(), true, refusal.body()));
      slowDown();
    }
  }

  /// Whoever goes on with what is refused is heard no faster than that, on the whole connection.
  private void slowDown() throws InterruptedException {
    refused++;
    if (refused > REFUSED_AT_ONCE) {
      Thread.sleep(REFUSAL_PAUSE);
    }
  }

  private boolean isFull(Method method) {
    int most = method.openLimit() > 0 ? method.openLimit() : limits.calls().open();
    return open.size() >= most
        && open.values().stream().filter(other -> countsWith(method, other.method())).count()
            >= most;
  }

  private static boolean countsWith(Method method, Method other) {
    return method.openLimit() > 0 ? other.equals(method) : other.openLimit() == 0;
  }

  private boolean hasManyLarge() {
    return open.values().stream().filter(RpcStream::isLarge).count() >= limits.calls().openLarge();
  }

  private void begin(Procedure procedure, Request request, int number, boolean large) {
    RpcStream stream =
        new RpcStream(
            connection, procedure.method(), number, false, connection.newInbox(procedure.method()));
    stream.isLarge(large);
    open.put(-number, stream);
    Call call = new Call(connection, request.arguments());
    Turn turn = turnOf(procedure, stream);
    Thread thread =
        Thread.ofVirtual()
            .name(connection + "-call" + number)
            .unstarted(() -> serve(procedure, call, stream, number, turn));
    stream.handledBy(thread);
    handlers.add(thread);
    thread.start();
    if (connection.hasEnded()) {
      // Too late to be among those whose end was told.
      stream.broken(new ConnectionEndedException());
    }
  }

  /// When a call may begin.
  private interface Turn {
    void await() throws InterruptedException;
  }

  private Turn turnOf(Procedure procedure, RpcStream stream) {
    if (!procedure.method().isInOrder()) {
      return () -> {};
    }
    Turn turn = nextInOrder;
    nextInOrder = stream::awaitBegun;
    return turn;
  }

  private void serve(Procedure procedure, Call call, RpcStream stream, int number, Turn turn) {
    try {
      turn.await();
      switch (procedure) {
        case Procedure.Async async -> answer(async, call, stream, number);
        case Procedure.Stream streaming -> stream(streaming, call, stream);
      }
    } catch (InterruptedException cancelled) {
      stream.close();
    } catch (IOException e) {
      log.debug("{}: {} ended: {}", connection, procedure.method(), e.getMessage());
      stream.close();
    } finally {
      stream.handled();
      handlers.remove(Thread.currentThread());
    }
  }

  private void stream(Procedure.Stream procedure, Call call, RpcStream stream)
      throws IOException, InterruptedException {
    try {
      procedure.handler().serve(call, stream);
      stream.end();
    } catch (RpcError error) {
      stream.fail(error);
    } catch (RuntimeException | Error bug) {
      log.error("{}: {} failed", connection, procedure.method(), bug);
      stream.fail(new RpcError("internal error"));
    }
  }

  private void answer(Procedure.Async procedure, Call call, RpcStream stream, int number)
      throws IOException, InterruptedException {
    Frame frame;
    try {
      frame = new Frame(number, false, false, procedure.handler().answer(call));
    } catch (RpcError error) {
      frame = new Frame(number, false, true, error.body());
    } catch (RuntimeException | Error bug) {
      log.error("{}: {} failed", connection, procedure.method(), bug);
      frame = new Frame(number, false, true, new RpcError("internal error").body());
    }
    connection.send(frame, stream);
    connection.finished(stream, number);
  }
}
