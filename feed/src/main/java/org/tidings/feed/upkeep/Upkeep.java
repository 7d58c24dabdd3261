package org.tidings.feed.upkeep;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvent.Appended;
import org.tidings.feed.event.FeedEvent.FeedHealed;
import org.tidings.feed.event.FeedEvent.MessagesAppended;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Uninterruptibly;
import org.tidings.feed.told.Told;

/// Does what has no hurry, on one thread of its own, `feed-upkeep`: one short transaction after the
/// other, so that whoever wants to write waits for a single step at most. Thread-safe.
public final class Upkeep implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final List<BooleanSupplier> works;
  private final Subscription subscription;
  private final Semaphore called = new Semaphore(1);
  private final AtomicLong calls = new AtomicLong(1);
  private final Thread thread;
  private volatile long answered;
  private volatile boolean closing;
  private volatile Optional<Told> obstacle = Optional.empty();

  /// Starts the thread.
  ///
  /// @param works the most urgent first; each does one step and says whether there was one to do
  public Upkeep(FeedEvents events, List<BooleanSupplier> works) {
    this.works = works;
    this.thread = Thread.ofPlatform().daemon().name("feed-upkeep").start(this::run);
    this.subscription =
        events.subscribe(
            event -> {
              if (isWork(event)) {
                call();
              }
            });
  }

  /// Private messages to be read, or indexes to be built once what they lacked is there.
  private static boolean isWork(FeedEvent event) {
    return event instanceof FeedHealed
        || (event instanceof MessagesAppended(List<Appended> messages)
            && messages.stream().anyMatch(message -> message.type().isEmpty()));
  }

  /// Says that there may be something to do.
  public void call() {
    calls.incrementAndGet();
    called.release();
  }

  /// Whether something is being done, or about to be looked for. Also false where that had to wait
  /// for better times.
  boolean isBusy() {
    return answered < calls.get();
  }

  /// Why what is left has to wait; empty when it need not.
  Optional<Told> obstacle() {
    return obstacle;
  }

  private void run() {
    while (!closing) {
      called.acquireUninterruptibly();
      called.drainPermits();
      long upTo = calls.get();
      work();
      answered = upTo;
    }
  }

  /// What failed is tried again at the next call, and holds up nothing else until then.
  private void work() {
    obstacle = Optional.empty();
    Set<BooleanSupplier> failed = new HashSet<>();
    while (!closing
        && works.stream().anyMatch(work -> !failed.contains(work) && step(work, failed))) {
      log.trace("one step done");
    }
  }

  private boolean step(BooleanSupplier work, Set<BooleanSupplier> failed) {
    try {
      return work.getAsBoolean();
    } catch (StoreException failure) {
      obstacle = Optional.of(Obstacle.of(failure));
      log.warn("upkeep waits for better times: {}", failure.getMessage());
    } catch (RuntimeException | Error bug) {
      log.error("upkeep failed", bug);
    }
    failed.add(work);
    return false;
  }

  /// Ends after the step under way; what is left is done after the next start.
  @Override
  public void close() {
    closing = true;
    subscription.close();
    call();
    Uninterruptibly.join(thread);
  }
}
