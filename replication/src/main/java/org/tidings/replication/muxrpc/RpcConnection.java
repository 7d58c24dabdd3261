package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.ProtocolException;

/// muxrpc over one channel: our calls on the peer, and the peer's calls on us. Thread-safe.
///
/// Nothing happens before [#start]. The connection ends by a goodbye of either side, when the
/// channel breaks, or when the peer breaks the protocol; [#awaitEnd] tells which, and every open
/// call and stream ends with it.
public final class RpcConnection implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Channel channel;
  private final FeedId remote;
  private final RpcLimits limits;
  private final String name;
  private final Traffic traffic = new Traffic();
  private final Unread unread;
  private final SendQueue outbox;
  private final InboundCalls inbound;
  private final TunnelPatience withStrangers = new TunnelPatience(System.nanoTime());
  private final Map<Integer, RpcStream> outbound = new ConcurrentHashMap<>();
  private final AtomicInteger lastRequest = new AtomicInteger();
  private final Leftovers leftovers = new Leftovers(System.nanoTime());
  private final LifeSigns signs = new LifeSigns(System.nanoTime());
  private final CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();
  private final CompletableFuture<Optional<IOException>> farewell = new CompletableFuture<>();
  private volatile LargeBodies large = LargeBodies.OF_KNOWN;
  private volatile boolean leaving;
  private volatile boolean takesLeave;
  private volatile boolean leaveReturned;

  /// @param procedures what this peer may call
  public RpcConnection(Channel channel, FeedId remote, Procedures procedures, RpcLimits limits) {
    this.channel = channel;
    this.remote = remote;
    this.limits = limits;
    this.name = "peer-" + remote.toString().substring(1, 9);
    this.unread = new Unread(limits.memory().unread());
    this.outbox = new SendQueue(limits.memory().outbox());
    this.inbound = new InboundCalls(this, procedures, limits);
  }

  /// Before [#start]: the peer is nobody in our reach, so that nobody who is ever has to make room
  /// for what it sends, and it is not to call without end.
  public RpcConnection ofStranger() {
    large = LargeBodies.OF_STRANGERS;
    inbound.ofStranger();
    return this;
  }

  /// Starts the reading and the writing thread.
  public RpcConnection start() {
    startBeside("out", this::write);
    startBeside("in", this::read);
    return this;
  }

  /// Starts a thread that does its part for this connection. A fault that nobody expects ends the
  /// connection, which would else stay up and be silent, and then counts as any fault of a thread.
  ///
  /// @param part for its name
  public Thread startBeside(String part, Runnable work) {
    return Thread.ofVirtual()
        .name(name + "-" + part)
        .start(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error fault) {
                abort(new IOException("a fault of our own", fault));
                throw fault;
              }
            });
  }

  /// Who is at the other end.
  public FeedId remote() {
    return remote;
  }

  /// Whether the peer has called anything that it may call.
  public boolean isCalled() {
    return inbound.anyBegun();
  }

  /// What has gone over this connection.
  public Traffic traffic() {
    return traffic;
  }

  /// Makes a call with one answer, and waits for it.
  ///
  /// @throws RpcError when the peer answers with an error
  /// @throws IOException when the connection ended first
  public Body call(Method method, Json... arguments) throws IOException, InterruptedException {
    if (method.type() != CallType.ASYNC) {
      throw new IllegalArgumentException(method + " is a stream");
    }
    return request(method, arguments)
        .receive()
        .orElseThrow(() -> new ProtocolException("an answer without a value"));
  }

  /// Opens a stream.
  ///
  /// @throws IOException when the connection has ended
  public RpcStream open(Method method, Json... arguments) throws IOException, InterruptedException {
    if (method.type() == CallType.ASYNC) {
      throw new IllegalArgumentException(method + " is no stream");
    }
    return request(method, arguments);
  }

  /// Says goodbye, after all that waits to be sent, and ends; the peer has two seconds to do the
  /// same. Does not wait. May be called again.
  @Override
  public void close() {
    leaving = true;
    outbox.finish();
    Thread.ofVirtual()
        .name(name + "-farewell")
        .start(
            () -> {
              if (!comesWithin(FAREWELL, ended)) {
                end(Optional.empty());
              }
            });
  }

  /// Ends at once, without a goodbye, because of that.
  public void abort(IOException cause) {
    end(Optional.of(cause));
  }

  /// Waits for the end, and for the handlers to notice it; empty after a goodbye, else what broke
  /// the connection.
  public Optional<IOException> awaitEnd() throws InterruptedException {
    try {
      Optional<IOException> cause = ended.get();
      inbound.join(FAREWELL);
      return cause;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Whether the connection has ended.
  public boolean hasEnded() {
    return ended.isDone();
  }

  /// Whether it has ended or is about to: one side has said goodbye, and nothing more can be sent.
  public boolean isLeaving() {
    return leaving;
  }

  /// Whether it has ended by the peer's goodbye after ours: so the peer has got all that was sent,
  /// unless both left at the same moment.
  public boolean hasReturnedGoodbye() {
    return leaveReturned;
  }

  /// Ends what has taken too long: streams the peer does not end, a peer that says nothing or does
  /// not read. To be called every second or so.
  ///
  /// @param nowNanos the time by [System#nanoTime]
  public void expire(long nowNanos) {
    forget(outbound, nowNanos);
    forget(inbound.open(), nowNanos);
    RpcLimits.Patience patience = limits.patience();
    if (signs.isUnread(nowNanos, patience.unread())
        || signs.isSilent(nowNanos, patience.silence())) {
      abort(new ConnectionFailedException(Failure.SILENT));
    }
  }

  /// Whether there has been no sign of the peer for so long that the line may be dead, if one was
  /// due.
  ///
  /// @param nowNanos the time by [System#nanoTime]
  public boolean isQuiet(long nowNanos) {
    return signs.isQuiet(nowNanos, limits.patience().quiet());
  }

  /// For how long in all we have waited for the peer: for [#hasShownSince].
  public long waited() {
    return signs.waited();
  }

  /// Whether the peer has shown that it is there since we had waited for so long: it has sent
  /// something, or taken something in. What was here already, and only not looked at, shows
  /// nothing.
  public boolean hasShownSince(long waitedThen) {
    return signs.hasShownSince(waitedThen);
  }

  /// Whether a frame has begun to come that is not complete yet, as is so for long with a large one
  /// on a slow line.
  public boolean isAmidFrame() {
    return signs.isAmidFrame();
  }

  /// Whether one was due, because something was sent as long ago and nothing has come since.
  ///
  /// @param nowNanos the time by [System#nanoTime]
  public boolean isOwedAnswer(long nowNanos) {
    return signs.isOwedAnswer(nowNanos, limits.patience().quiet());
  }

  @Override
  public String toString() {
    return name;
  }

  /// Queues data of a stream, waiting for room.
  void send(Frame frame, RpcStream stream) throws IOException, InterruptedException {
    outbox.put(frame, stream);
  }

  /// Queues the end of a stream without waiting.
  void sendNow(Frame end) throws IOException {
    try {
      outbox.putNow(end);
    } catch (ProtocolException flood) {
      abort(flood);
      throw flood;
    }
  }

  /// For a new stream of that method. What waits in a tunnel is counted for itself.
  Inbox newInbox(Method method) {
    return new Inbox(
        limits.memory().inbox(), method.isTunnel() ? new Unread(Integer.MAX_VALUE) : unread);
  }

  /// Of the reading thread with tunnels of strangers.
  TunnelPatience patienceWithStrangers() {
    return withStrangers;
  }

  /// Both sides have ended that call.
  void finished(RpcStream stream, int number) {
    (number > 0 ? outbound : inbound.open()).remove(Math.abs(number), stream);
  }

  private RpcStream request(Method method, Json... arguments)
      throws IOException, InterruptedException {
    int number = lastRequest.incrementAndGet();
    RpcStream stream = new RpcStream(this, method, number, true, newInbox(method));
    outbound.put(number, stream);
    if (leaving || ended.isDone()) {
      outbound.remove(number);
      throw new ConnectionEndedException();
    }
    boolean streaming = method.type() != CallType.ASYNC;
    send(new Frame(number, streaming, false, Request.body(method, List.of(arguments))), stream);
    return stream;
  }

  private void read() {
    try (FrameReader reader = new FrameReader(channel, large, this::hasTooMuch, signs)) {
      Optional<Frame> frame = reader.read(this::bodyLimit);
      while (frame.isPresent()) {
        traffic.received(frame.get());
        signs.heard(System.nanoTime());
        dispatch(frame.get());
        frame = reader.read(this::bodyLimit);
      }
      leaveReturned = takesLeave;
      leaving = true;
      outbox.drop();
      outbox.finish();
      comesWithin(FAREWELL, farewell);
      end(Optional.empty());
    } catch (IOException e) {
      end(leaving ? Optional.empty() : Optional.of(e));
    } catch (InterruptedException e) {
      end(Optional.empty());
      Thread.currentThread().interrupt();
    }
  }

  private void hasTooMuch() {
    abort(new ProtocolException("more at once than there is room for"));
  }

  private void dispatch(Frame frame) throws IOException, InterruptedException {
    if (frame.request() > 0) {
      inbound.arrived(frame);
    } else if (frame.request() < 0) {
      RpcStream stream = outbound.get(-frame.request());
      if (stream != null) {
        stream.arrived(frame);
      } else {
        leftOver(frame);
      }
    } else {
      leftOver(frame);
    }
  }

  /// Drops a frame that nobody waits for. On the reading thread.
  ///
  /// @throws ProtocolException when the peer goes on and on with them
  void leftOver(Frame frame) throws ProtocolException {
    leftovers.add(frame.wireSize(), System.nanoTime());
  }

  private int bodyLimit(int request) {
    RpcStream stream = request > 0 ? inbound.open().get(request) : outbound.get(-request);
    if (stream != null) {
      return stream.method().bodyLimit();
    }
    return request > 0 ? limits.calls().bytes() : Method.USUAL_BODY_LIMIT;
  }

  private void write() {
    try {
      FrameWriter writer = new FrameWriter(channel, () -> signs.goesOn(System.nanoTime()));
      List<Frame> batch = new ArrayList<>();
      while (outbox.take(batch)) {
        signs.writes(System.nanoTime(), batch.stream().anyMatch(frame -> !frame.end()));
        for (Frame frame : batch) {
          writer.write(frame);
          traffic.sent(frame);
        }
        writer.flush();
        signs.written(System.nanoTime());
        batch.clear();
      }
      takesLeave = true;
      writer.goodbye();
      signs.written(System.nanoTime());
      channel.finish();
      farewell.complete(Optional.empty());
    } catch (IOException e) {
      end(leaving ? Optional.empty() : Optional.of(e));
    } catch (InterruptedException e) {
      end(Optional.empty());
      Thread.currentThread().interrupt();
    }
  }

  private void forget(Map<Integer, RpcStream> streams, long nowNanos) {
    long patience = limits.patience().halfClosed().toNanos();
    streams.values().removeIf(stream -> stream.isGivenUp(nowNanos, patience));
  }

  private static boolean comesWithin(Duration patience, CompletableFuture<?> event) {
    try {
      event.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void end(Optional<IOException> cause) {
    if (!ended.complete(cause)) {
      return;
    }
    leaving = true;
    outbox.close();
    unread.close();
    channel.close();
    IOException reason = new ConnectionEndedException(cause);
    outbound.values().forEach(stream -> stream.broken(reason));
    inbound.open().values().forEach(stream -> stream.broken(reason));
  }
}
