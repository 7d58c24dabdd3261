package org.tidings.feed.event;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.Uninterruptibly;

/// Tells listeners what was committed, in commit order, on the one thread `feed-events`. Listeners
/// only hand over: a slow listener holds up all others. Thread-safe.
public final class FeedEvents implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FeedEvents.class);

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /// Not bounded itself, so that the writer never waits for listeners; what may be in it is bounded
  /// by what ingest lets in.
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  private final Thread thread;
  private volatile boolean closing;

  /// Equal only to itself, so that closing one subscription leaves others of the same consumer.
  private static final class Listener {
    final Consumer<FeedEvent> told;

    Listener(Consumer<FeedEvent> told) {
      this.told = told;
    }
  }

  /// Starts the thread.
  public FeedEvents() {
    thread = Thread.ofVirtual().name("feed-events").start(this::run);
  }

  /// Tells the listener everything from now on, until the subscription is closed.
  public Subscription subscribe(Consumer<FeedEvent> listener) {
    Listener subscribed = new Listener(listener);
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }

  /// Has an event told to every listener.
  public void tell(FeedEvent event) {
    then(() -> listeners.forEach(listener -> guarded(() -> listener.told.accept(event))));
  }

  /// Runs something on the events' thread, after the events told so far.
  public void then(Runnable task) {
    waiting.add(task);
  }

  private void run() {
    try {
      while (!closing || !waiting.isEmpty()) {
        guarded(waiting.take());
      }
    } catch (InterruptedException ended) {
      log.debug("feed-events was interrupted");
    }
  }

  /// A listener that fails has a bug; the others are told all the same, also where it used up the
  /// stack or the memory.
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error bug) {
      log.error("a listener failed", bug);
    }
  }

  /// Returns once everything told so far has reached the listeners. Not from a listener.
  @Override
  public void close() {
    then(() -> closing = true);
    Uninterruptibly.join(thread);
  }
}
