package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.json.JsonBool;
import org.tidings.replication.transport.ProtocolException;

/// One call in progress, seen from either side: a flow of bodies each way, both of which end once.
///
/// Thread-safe. [#receive] waits for the peer and [#send] waits for room, so that neither side runs
/// away from the other. While one stream's inbox is full, or too much is unread on all streams
/// together, the whole connection is not read: whoever receives in bulk must not wait for its own
/// sends in the same thread. A tunnel from which less is taken than a slow line brings has only so
/// much patience, those of strangers together no more than one, and ends.
public final class RpcStream implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RpcStream.class);
  private static final Body TRUE = Body.json(JsonBool.TRUE);

  /// An error is answered by itself, if it is not longer than that, in bytes.
  private static final int LONGEST_ECHO = 1_000;

  /// So long a tunnel may hold up the others at first, and from then on a hundredth of the time.
  private static final Duration HELD_UP_BY_TUNNEL = Duration.ofSeconds(1);

  private static final int SHARE_OF_TUNNEL = 100;

  /// So long a slow line takes for a byte, one of a megabit a second. A tunnel from which is taken
  /// as fast holds up the others no more than such a line, and may do so for good.
  private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / (1 << 17);

  private final RpcConnection connection;
  private final Method method;
  private final int number;
  private final boolean ours;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Inbox inbox;
  private int receivers;
  private boolean abandoned;
  private boolean theyEnded;
  private boolean weEnded;
  private boolean cancelled;
  private long weEndedNanos;
  private @Nullable IOException failure;
  private @Nullable Thread handler;
  private volatile boolean large;

  /// Whether a tunnel holds up others on its own account. Those we open lead to whom we have
  /// chosen.
  private volatile boolean trusted;

  private final CountDownLatch begun = new CountDownLatch(1);

  private final long openedNanos = System.nanoTime();

  /// How long the reading thread waited for room here, less what was due to a slow line. Confined
  /// to it.
  private long heldUpNanos;

  /// How much was received since that was last reckoned.
  private long takenBytes;

  /// @param number the request number as it stands in the frames we send
  RpcStream(RpcConnection connection, Method method, int number, boolean ours, Inbox inbox) {
    this.connection = connection;
    this.method = method;
    this.number = number;
    this.ours = ours;
    this.inbox = inbox;
    this.trusted = ours;
  }

  /// What was called.
  public Method method() {
    return method;
  }

  /// Whoever is at the other end of this tunnel is known by now: how much it holds up others counts
  /// for itself from now on, not together with the tunnels of strangers.
  public void trust() {
    trusted = true;
  }

  /// The next body, waiting for it; empty when the peer has ended normally or we no longer listen.
  ///
  /// @throws RpcError when the peer ended with an error
  /// @throws IOException when the connection ended
  public Optional<Body> receive() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      awaitSomething();
      Optional<Body> body = inbox.poll();
      if (body.isPresent()) {
        takenBytes += body.get().size();
        changed.signalAll();
        return body;
      }
      if (failure != null && !abandoned) {
        throw again(failure);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void awaitSomething() throws InterruptedException {
    if (!inbox.isEmpty()) {
      return;
    }
    receivers++;
    changed.signalAll();
    try {
      while (inbox.isEmpty() && !theyEnded && !abandoned && failure == null) {
        changed.await();
      }
    } finally {
      receivers--;
    }
  }

  /// The next body of those that came before the connection ended; empty when there is none. Does
  /// not wait.
  public Optional<Body> left() {
    lock.lock();
    try {
      return inbox.poll();
    } finally {
      lock.unlock();
    }
  }

  /// Sends a body, waiting while the connection has too much to send. Empty binary bodies are left
  /// out.
  ///
  /// @throws StreamClosedException when either side has ended this stream
  /// @throws IOException when the connection ended
  public void send(Body body) throws IOException, InterruptedException {
    lock.lock();
    try {
      if (weEnded) {
        throw failure == null ? new StreamClosedException() : again(failure);
      }
    } finally {
      lock.unlock();
    }
    if (body.size() > 0) {
      connection.send(new Frame(number, true, false, body), this);
    }
  }

  /// Ends what we send, normally. On a source we called, this cancels it.
  public void end() throws IOException {
    end(TRUE, ours && method.type() == CallType.SOURCE);
  }

  /// Ends both directions with an error for the peer.
  public void fail(RpcError error) throws IOException {
    end(error.body(), true);
  }

  /// Ends both directions without ceremony; nothing more is received. May be called again.
  @Override
  public void close() {
    try {
      end(TRUE, true);
    } catch (IOException e) {
      log.debug("{}: end of {} not sent: {}", connection, method, e.getMessage());
    }
  }

  /// Starts a thread that does its part for this stream, as [RpcConnection#startBeside].
  public Thread startBeside(String part, Runnable work) {
    return connection.startBeside(part, work);
  }

  /// Ends the whole connection: what the peer sends here, nobody honest sends, and what else has
  /// come is not looked at.
  public void cut(String reason) {
    lock.lock();
    try {
      abandon();
    } finally {
      lock.unlock();
    }
    connection.abort(new ProtocolException(reason));
  }

  /// Whether something can still be sent.
  public boolean isOpen() {
    lock.lock();
    try {
      return !weEnded;
    } finally {
      lock.unlock();
    }
  }

  /// The peer no longer wants what we send, so that what still waits need not leave.
  boolean isCancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  /// Remembers whom to interrupt when the call is cancelled.
  void handledBy(Thread thread) {
    lock.lock();
    try {
      handler = thread;
    } finally {
      lock.unlock();
    }
  }

  /// The handler misses nothing from now on of what it is to tell: the next call that is made in
  /// order may begin.
  public void begun() {
    begun.countDown();
  }

  /// Waits until the handler has said so, or is done.
  void awaitBegun() throws InterruptedException {
    begun.await();
  }

  /// The handler is done: nobody receives any more, and nothing is kept.
  void handled() {
    begun();
    lock.lock();
    try {
      handler = null;
      abandon();
    } finally {
      lock.unlock();
    }
  }

  /// It was opened with more than calls usually are.
  void isLarge(boolean large) {
    this.large = large;
  }

  boolean isLarge() {
    return large;
  }

  /// A frame of this stream came. On the reading thread.
  void arrived(Frame frame) throws IOException, InterruptedException {
    if (!isDue(frame)) {
      connection.leftOver(frame);
    }
    if (method.type() == CallType.ASYNC) {
      if (ours) {
        answered(frame);
      }
    } else if (frame.end()) {
      ended(frame.body());
    } else {
      keep(frame.body());
    }
  }

  /// The connection ended. On any thread.
  void broken(IOException cause) {
    lock.lock();
    try {
      if (failure == null && !(theyEnded && weEnded)) {
        failure = cause;
      }
      weEnded = true;
      cancelled = true;
      interruptHandler();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Gives up waiting for the peer's own end when we ended too long ago; tells whether it did.
  boolean isGivenUp(long nowNanos, long patienceNanos) {
    lock.lock();
    try {
      boolean overdue = weEnded && !theyEnded && nowNanos - weEndedNanos > patienceNanos;
      if (overdue) {
        abandoned = true;
        changed.signalAll();
      }
      return overdue;
    } finally {
      lock.unlock();
    }
  }

  private void answered(Frame frame) throws IOException {
    Optional<RpcError> error = frame.end() ? RpcError.in(frame.body()) : Optional.empty();
    lock.lock();
    try {
      if (error.isPresent()) {
        failure = error.get();
      } else {
        inbox.add(frame.body());
      }
      theyEnded = true;
      weEnded = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    connection.finished(this, number);
  }

  private void keep(Body body) throws IOException, InterruptedException {
    if (!isKept()) {
      return;
    }
    inbox.awaitRoomBeside(body);
    if (!isKeptInTime(body)) {
      log.debug("{}: a tunnel held up the others for too long", connection);
      fail(new RpcError("too much at once"));
    }
  }

  /// Adds it when there is room; tells whether that came in time.
  private boolean isKeptInTime(Body body) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!inbox.hasRoomFor(body, receivers > 0) && !abandoned && failure == null) {
        if (!method.isTunnel()) {
          changed.await();
        } else {
          boolean alone = trusted;
          long began = System.nanoTime();
          long left = changed.awaitNanos(patienceNanos(alone, began));
          heldUp(alone, began);
          if (left <= 0) {
            return false;
          }
        }
      }
      if (isKept()) {
        inbox.add(body);
        changed.signalAll();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// How much longer a tunnel may hold up the others. What was taken meanwhile makes up for time
  /// that has passed, and for none to come.
  private long patienceNanos(boolean alone, long now) {
    heldUpNanos = Math.max(0, heldUpNanos - takenBytes * NANOS_PER_BYTE);
    takenBytes = 0;
    return alone
        ? HELD_UP_BY_TUNNEL.toNanos() + (now - openedNanos) / SHARE_OF_TUNNEL - heldUpNanos
        : connection.patienceWithStrangers().left(now);
  }

  private void heldUp(boolean alone, long since) {
    long now = System.nanoTime();
    if (alone) {
      heldUpNanos += now - since;
    } else {
      connection.patienceWithStrangers().heldUp(since, now);
    }
  }

  /// Whether the peer has something to say here, be it only its end: nothing else once we do not
  /// listen any more. What comes through a tunnel then is not the room's fault, but that of whoever
  /// sent it before the room heard of the end.
  private boolean isDue(Frame frame) {
    boolean speaks = hasTheirs() || (frame.end() && method.type() != CallType.ASYNC);
    lock.lock();
    try {
      return speaks && !theyEnded && (frame.end() || !abandoned || method.isTunnel());
    } finally {
      lock.unlock();
    }
  }

  /// Whether anything goes from the peer to us.
  private boolean hasTheirs() {
    return switch (method.type()) {
      case ASYNC -> ours;
      case SOURCE -> ours;
      case SINK -> !ours;
      case DUPLEX -> true;
    };
  }

  private boolean isKept() {
    lock.lock();
    try {
      return hasTheirs() && !abandoned && !theyEnded && failure == null;
    } finally {
      lock.unlock();
    }
  }

  private void ended(Body body) throws IOException {
    Optional<RpcError> error = RpcError.in(body);
    boolean echo;
    lock.lock();
    try {
      theyEnded = true;
      if (error.isPresent() && failure == null) {
        failure = error.get();
      }
      echo = !weEnded && (ends() || error.isPresent());
      if (echo) {
        weEnded = true;
        cancelled = true;
        interruptHandler();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (echo) {
      Body answer = body.size() <= LONGEST_ECHO ? body : TRUE;
      connection.sendNow(new Frame(number, true, true, answer));
    }
    finishedIfBothEnded();
  }

  /// Whether the peer's end, even a normal one, leaves us nothing to say.
  private boolean ends() {
    return ours ? method.type() != CallType.DUPLEX : method.type() == CallType.SOURCE;
  }

  private void end(Body body, boolean abandon) throws IOException {
    lock.lock();
    try {
      if (abandon) {
        abandon();
      }
      if (weEnded) {
        return;
      }
      weEnded = true;
      weEndedNanos = System.nanoTime();
    } finally {
      lock.unlock();
    }
    boolean streaming = method.type() != CallType.ASYNC;
    connection.sendNow(new Frame(number, streaming, true, body));
    finishedIfBothEnded();
  }

  private void abandon() {
    abandoned = true;
    inbox.clear();
    changed.signalAll();
  }

  private void finishedIfBothEnded() {
    lock.lock();
    try {
      if (!theyEnded || !weEnded) {
        return;
      }
    } finally {
      lock.unlock();
    }
    connection.finished(this, number);
  }

  private void interruptHandler() {
    if (handler != null && handler != Thread.currentThread()) {
      handler.interrupt();
    }
  }

  /// The same error with the stack of the thread that meets it now.
  private static IOException again(IOException first) {
    return switch (first) {
      case RpcError error -> new RpcError(error.message());
      case ConnectionEndedException ended -> new ConnectionEndedException(Optional.of(ended));
      default -> new IOException(first.getMessage(), first);
    };
  }
}
