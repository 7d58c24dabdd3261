package org.tidings.feed.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.message.Checked;
import org.tidings.feed.store.Uninterruptibly;

/// The way from whoever offers to the writer: a bounded queue whose offers are checked in parallel,
/// a chunk at a time, and come out in the order they went in. Thread-safe: one lock guards the
/// queues and who has how much room in them; checking happens outside of it.
final class Pipeline {

  private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

  /// On their way, until their fate has been told. More than a batch, so that there is something to
  /// check while one is committed.
  static final int MESSAGES = 16_384;

  /// Not yet taken out by the writer. In memory they are several times as large.
  static final int BYTES = 4 * 1024 * 1024;

  /// Of these, checked or being checked. What was read of a message takes four times the memory
  /// that its bytes take, and the collector copies it again and again. Where there is more, one
  /// verifier goes on alone: it is slower than the writer, and no processor stands still.
  static final int BYTES_AHEAD = 1024 * 1024;

  private static final int CHUNK = 64;

  private final Function<byte[], Checked> verifier;
  private final Runnable onReady;
  private final List<Thread> threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Shares shares = new Shares(lock, MESSAGES, BYTES);
  private final Condition work = lock.newCondition();
  private final Condition progress = lock.newCondition();
  private final Queue<Offer> incoming = new ArrayDeque<>();
  private final Queue<Chunk> ordered = new ArrayDeque<>();
  private Queue<Offer> taken = new ArrayDeque<>();

  /// Taken out and not counted as such: a chunk's at once, or else whoever waits for room is woken
  /// for each.
  private final List<Offer> removed = new ArrayList<>(CHUNK);

  private final AtomicInteger waiting = new AtomicInteger();
  private int bytesAhead;
  private int checking;
  private boolean closed;

  /// Offers that follow each other; `done` once all of them are checked.
  private static final class Chunk {
    final Queue<Offer> offers = new ArrayDeque<>(CHUNK);
    boolean done;
  }

  /// Starts the verifying threads.
  ///
  /// @param verifier checks one value, on any of them
  /// @param onReady called by them whenever there is something for the writer
  Pipeline(int threads, Function<byte[], Checked> verifier, Runnable onReady) {
    this.verifier = verifier;
    this.onReady = onReady;
    this.threads = IntStream.rangeClosed(1, threads).mapToObj(this::start).toList();
  }

  private Thread start(int number) {
    return Thread.ofPlatform().daemon().name("feed-verify-" + number).start(this::run);
  }

  /// Waits for room. Returns whether the offer was taken: not after closing.
  boolean put(Offer offer) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!shares.take(offer, () -> closed)) {
        return false;
      }
      incoming.add(offer);
      waiting.incrementAndGet();
      work.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Makes room again, once the fate of these has been told.
  void free(List<Offer> offers) {
    lock.lock();
    try {
      shares.told(offers);
    } finally {
      lock.unlock();
    }
  }

  /// The next checked offer, waiting for one on its way for at most so long. Writer only.
  Optional<Offer> peek(long nanos) {
    if (taken.isEmpty()) {
      lock.lock();
      try {
        awaitChunk(nanos);
      } finally {
        lock.unlock();
      }
    }
    return Optional.ofNullable(taken.peek());
  }

  private void awaitChunk(long nanos) {
    long left = nanos;
    try {
      while (waiting.get() > 0 && !isHeadDone() && left > 0) {
        left = progress.awaitNanos(left);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    if (isHeadDone()) {
      taken = ordered.remove().offers;
    }
  }

  private boolean isHeadDone() {
    Chunk head = ordered.peek();
    return head != null && head.done;
  }

  /// Takes out and returns what [#peek] showed. Writer only.
  Offer remove() {
    Offer offer = taken.remove();
    removed.add(offer);
    if (taken.isEmpty()) {
      lock.lock();
      try {
        shares.takenOut(removed);
        removed.forEach(out -> bytesAhead -= out.bytes());
        work.signalAll();
        if (waiting.addAndGet(-removed.size()) == 0) {
          progress.signalAll();
        }
      } finally {
        lock.unlock();
      }
      removed.clear();
    }
    return offer;
  }

  /// Whether the writer would find something at once. Writer only.
  boolean isReady() {
    return peek(0).isPresent();
  }

  /// How many offers are between [#put] and [#remove]; those of a chunk are all counted until the
  /// last of them is taken out.
  int size() {
    return waiting.get();
  }

  /// Takes no more offers, waits until the writer has taken out all there are, and ends the
  /// threads.
  void close() {
    lock.lock();
    try {
      closed = true;
      shares.wakeAll();
      work.signalAll();
      while (waiting.get() > 0) {
        progress.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    threads.forEach(Uninterruptibly::join);
  }

  private void run() {
    try {
      boolean isMore = true;
      while (isMore) {
        isMore = checkNext();
      }
    } catch (InterruptedException ended) {
      log.debug("a verifier was interrupted");
    }
  }

  /// Waits for a chunk and checks it. Where memory does not suffice to take one out, it stays for
  /// the next try. Returns whether more may come.
  private boolean checkNext() throws InterruptedException {
    try {
      Optional<Chunk> next = take();
      if (next.isPresent()) {
        check(next.get());
        onReady.run();
      }
      return next.isPresent();
    } catch (RuntimeException | Error failure) {
      tell(failure);
      return true;
    }
  }

  private boolean isFarAhead() {
    return checking > 0 && bytesAhead >= BYTES_AHEAD;
  }

  /// All the memory it takes is asked for before anything is taken out.
  private Optional<Chunk> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while ((incoming.isEmpty() || isFarAhead()) && !closed) {
        work.await();
      }
      if (incoming.isEmpty()) {
        return Optional.empty();
      }
      Chunk chunk = new Chunk();
      Optional<Chunk> taken = Optional.of(chunk);
      ordered.add(chunk);
      while (chunk.offers.size() < CHUNK && !incoming.isEmpty()) {
        Offer offer = incoming.remove();
        chunk.offers.add(offer);
        bytesAhead += offer.bytes();
      }
      checking++;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// However it goes, the writer gets the chunk, and the thread lives on.
  private void check(Chunk chunk) {
    try {
      Offer.check(chunk.offers, verifier, Pipeline::tell);
    } catch (OutOfMemoryError full) {
      tell(full);
    } finally {
      finish(chunk);
    }
  }

  private static void tell(Throwable bug) {
    try {
      log.error("a message could not be checked", bug);
    } catch (OutOfMemoryError full) {
      // That it cannot be said must not end the thread.
    }
  }

  private void finish(Chunk chunk) {
    lock.lock();
    try {
      chunk.done = true;
      checking--;
      work.signal();
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
