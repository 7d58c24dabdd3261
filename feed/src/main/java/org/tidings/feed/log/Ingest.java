package org.tidings.feed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.message.Checked;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;
import org.tidings.feed.told.Worded;

/// Takes messages in: a bounded queue, parsed and verified in parallel, written in batches by the
/// one writer in the order offered. A batch ends when nothing more is on its way, when it has
/// lasted long enough, or when somebody else wants to write. Thread-safe.
public final class Ingest implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ingest.class);

  /// A message in its longest spelling is far below this.
  private static final int MAX_VALUE_BYTES = 128 * 1024;

  private static final int VERIFIERS = 2;
  private static final int BATCH_ROWS = 10_000;
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);

  /// How long the writer waits for a message on its way before it looks whether it is wanted
  /// elsewhere.
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /// More than this on its way is bulk, which need not be on disk at every commit.
  private static final int BULK = 256;

  private final Appender appender;
  private final SocialGraph graph;
  private final PublishingGate gate;
  private final FeedEvents events;
  private final Pipeline pipeline;
  private final Tally tally = new Tally();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /// Whether the batch brought one of our own; of the writer's thread.
  private boolean ownCame;

  /// Whether bulk was committed since; what comes last may be nothing new, and sync nothing.
  private boolean isUnsynced;

  /// Starts the verifying threads.
  ///
  /// @param verifier checks one value, on any of them
  public Ingest(
      Appender appender,
      SocialGraph graph,
      PublishingGate gate,
      FeedEvents events,
      Function<byte[], Checked> verifier) {
    this.appender = appender;
    this.graph = graph;
    this.gate = gate;
    this.events = events;
    this.pipeline = new Pipeline(VERIFIERS, verifier, this::schedule);
  }

  /// Queues one message value and waits while the queue is full.
  ///
  /// @param value the message value as JSON in UTF-8; must not be changed any more
  /// @param outcome told once, after commit, on the thread `feed-events`; only hands over
  public void offer(byte[] value, Origin origin, Consumer<Verdict> outcome)
      throws InterruptedException {
    if (value.length > MAX_VALUE_BYTES) {
      Verdict tooLarge = new Verdict.Malformed("too large");
      tally.count(tooLarge);
      events.then(() -> outcome.accept(tooLarge));
    } else if (!pipeline.put(new Offer(value, origin, outcome))) {
      throw new StoreException(Kind.CLOSED);
    }
  }

  /// What became of everything offered since the store was opened.
  public IngestCounts counts() {
    return tally.counts();
  }

  /// Writes what was offered and takes no more.
  @Override
  public void close() {
    pipeline.close();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      appender.onWriter(this::writeBatch);
    }
  }

  private void writeBatch() {
    try {
      batch();
    } finally {
      scheduled.set(false);
      if (pipeline.isReady()) {
        schedule();
      }
    }
  }

  private void batch() {
    Optional<Offer> first = pipeline.peek(0);
    if (first.isEmpty()) {
      return;
    }
    boolean bulk = pipeline.size() > BULK && !isOwn(first.get());
    List<Offer> batch = new ArrayList<>();
    try {
      appender.transaction(bulk ? Durability.NORMAL : Durability.FULL, tx -> fill(tx, batch, bulk));
      isUnsynced |= bulk;
      if (isUnsynced && pipeline.size() == 0) {
        appender.makeDurable();
        isUnsynced = false;
      }
    } catch (StoreException failure) {
      giveUp(batch, failure.kind());
      log.warn("{} messages could not be stored: {}", batch.size(), failure.getMessage());
    } catch (RuntimeException | Error bug) {
      giveUp(batch, StoringFault.FAILED);
      log.error("{} messages could not be stored", batch.size(), bug);
    }
    if (ownCame) {
      ownCame = false;
      gate.ownMessagesStored();
    }
    tell(batch);
  }

  /// Where not even the first was taken, all that is ready goes: it would be tried again at once,
  /// and for ever, and closing waits for it.
  private void giveUp(List<Offer> batch, Worded why) {
    if (batch.isEmpty()) {
      while (batch.size() < BATCH_ROWS && pipeline.isReady()) {
        batch.add(pipeline.remove());
      }
    }
    batch.forEach(offer -> offer.judged(new Verdict.Unstored(why)));
  }

  private int fill(Tx tx, List<Offer> batch, boolean bulk) {
    long end = System.nanoTime() + BATCH_NANOS;
    while (batch.size() < BATCH_ROWS && System.nanoTime() < end) {
      Optional<Offer> next = pipeline.peek(PATIENCE_NANOS);
      if (next.isPresent() && bulk && isOwn(next.get())) {
        break;
      } else if (next.isPresent()) {
        Offer offer = pipeline.remove();
        batch.add(offer);
        offer.judged(judge(tx, offer));
      }
      if (pipeline.size() == 0 || appender.isWriterAwaited()) {
        break;
      }
    }
    return batch.size();
  }

  private Verdict judge(Tx tx, Offer offer) {
    Optional<Checked> checked = offer.checked();
    if (checked.isEmpty()) {
      return new Verdict.Unstored(StoringFault.NO_MEMORY);
    }
    return switch (checked.get()) {
      case Checked.Genuine(Message message) -> judge(tx, offer, message);
      case Verdict.Refused refused -> refused;
    };
  }

  private Verdict judge(Tx tx, Offer offer, Message message) {
    if (offer.origin() instanceof Origin.FromPeer && !graph.wants(message.author())) {
      return new Verdict.Unwanted();
    }
    Verdict verdict = appender.append(tx, message, offer.meaning(), Optional.of(offer.origin()));
    boolean isHere = verdict instanceof Verdict.Accepted || verdict instanceof Verdict.Duplicate;
    if (isHere && offer.origin() instanceof Origin.Import) {
      appender.keep(tx, message.author());
    }
    if (message.author().equals(graph.self())) {
      ownCame = true;
      tellGate(tx, offer.origin(), verdict);
    }
    return verdict;
  }

  private void tellGate(Tx tx, Origin origin, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      gate.ownMessageArrived(tx, origin, accepted.head().sequence());
    } else if (verdict instanceof Verdict.Forked) {
      gate.forked(tx);
    }
  }

  private boolean isOwn(Offer offer) {
    return offer.checked().orElse(null) instanceof Checked.Genuine(Message message)
        && message.author().equals(graph.self());
  }

  private void tell(List<Offer> batch) {
    batch.forEach(offer -> tally.count(offer.verdict()));
    events.then(
        () -> {
          pipeline.free(batch);
          batch.forEach(Ingest::tell);
        });
  }

  /// Whoever fails to hear of its own message has a bug; the others are told all the same.
  private static void tell(Offer offer) {
    try {
      offer.tell();
    } catch (RuntimeException | Error bug) {
      log.error("whoever offered a message failed to hear of it", bug);
    }
  }
}
