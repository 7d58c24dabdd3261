package org.tidings.replication.blob;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.RpcStream;

/// Blobs as they come and go: what is asked for and pushed by name, over restarts, beside what
/// messages name. Thread-safe; all but [#status] and [#showWants] write to the database. Protocol
/// 7.
public final class Blobs implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Blobs.class);
  private static final long TICK_MS = 1_000;

  private final Feeds feeds;
  private final Wishes wishes;
  private final BlobExchange exchange;

  /// Held while what is asked for is read or changed and the exchange told of it, so that it never
  /// hears what was read before a change after the change itself.
  private final Object wishing = new Object();

  private final AtomicBoolean wishesChanged = new AtomicBoolean(true);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("blob-clock").factory());
  private final Subscription subscription;

  /// Begins at once; to be closed before `feeds`.
  public Blobs(Feeds feeds) {
    this.feeds = feeds;
    this.wishes = new Wishes(feeds);
    this.exchange = new BlobExchange(feeds, new Lists());
    this.subscription = feeds.events().subscribe(this::happened);
    later(() -> feeds.pushedBlobs().all().forEach(this::pushAgain));
    var _ = clock.scheduleAtFixedRate(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
  }

  /// How it stands with a blob, now.
  public BlobStatus status(BlobId blob) {
    return exchange.status(blob);
  }

  /// Asks all peers for a blob, before all others, until it is here; asks again where they were
  /// asked before. Does nothing when it is here. Of more than
  /// [org.tidings.feed.local.BlobList#MOST] those asked for longest ago are forgotten.
  public void want(BlobId blob) {
    if (!feeds.blobs().has(blob)) {
      synchronized (wishing) {
        feeds.wantedBlobs().add(blob);
        exchange.on(new Event.Asked(blob));
      }
      wishesChanged.set(true);
    }
  }

  /// Has peers take a blob of ours, until three in our reach have it. Does nothing when it is not
  /// here. Protocol 7.4.
  public void push(BlobId blob) {
    if (feeds.blobs().has(blob)) {
      feeds.pushedBlobs().add(blob);
      exchange.on(new Event.Pushing(blob));
    }
  }

  /// Tells a program of ours which blobs we ask peers for, and which come, until its stream ends:
  /// at once all that are asked for now. Protocol 7.3.
  public void showWants(RpcStream program) throws IOException, InterruptedException {
    exchange.showTo(program);
  }

  BlobExchange exchange() {
    return exchange;
  }

  /// Stops what is being fetched.
  @Override
  public void close() {
    subscription.close();
    clock.shutdownNow();
    exchange.close();
  }

  /// What is done is taken from the lists.
  private final class Lists implements BlobExchange.Ends {
    @Override
    public void fulfilled(BlobId blob) {
      later(() -> feeds.wantedBlobs().remove(blob));
    }

    @Override
    public void pushed(BlobId blob) {
      later(() -> feeds.pushedBlobs().remove(blob));
    }
  }

  /// On the events' own thread: what takes longer is left to the clock.
  private void happened(FeedEvent event) {
    switch (event) {
      case FeedEvent.BlobStored(BlobId blob) -> later(() -> stored(blob));
      case FeedEvent.MessagesAppended appended -> wishesChanged.set(true);
      case FeedEvent.MessagesDecrypted read -> wishesChanged.set(true);
      case FeedEvent.GraphChanged changed -> wishesChanged.set(true);
      case FeedEvent.IndexesProgressed further -> wishesChanged.set(true);
      case FeedEvent.EarlyArrived early -> {}
      case FeedEvent.FeedDropped dropped -> wishesChanged.set(true);
      case FeedEvent.PublishingChanged changed -> {}
      case FeedEvent.FeedDamaged damaged -> {}
      case FeedEvent.FeedHealed healed -> {}
    }
  }

  private void stored(BlobId blob) {
    feeds.blobs().size(blob).ifPresent(size -> exchange.on(new Event.Stored(blob, size)));
  }

  private void tick() {
    guarded(
            () -> {
              exchange.tick();
              if (wishesChanged.getAndSet(false)) {
                synchronized (wishing) {
                  exchange.on(new Event.Wished(asked(), wishes.lacking()));
                }
              }
            })
        .run();
  }

  private void pushAgain(BlobId blob) {
    if (feeds.blobs().has(blob)) {
      exchange.on(new Event.Pushing(blob));
    } else {
      feeds.pushedBlobs().remove(blob);
    }
  }

  /// One that came while it was not looked for is not asked for again.
  private Set<BlobId> asked() {
    List<BlobId> all = feeds.wantedBlobs().all();
    Set<BlobId> lacking = new LinkedHashSet<>(all);
    lacking.removeIf(feeds.blobs()::has);
    all.stream().filter(blob -> !lacking.contains(blob)).forEach(feeds.wantedBlobs()::remove);
    return lacking;
  }

  private void later(Runnable task) {
    try {
      clock.execute(guarded(task));
    } catch (RejectedExecutionException closed) {
      log.debug("closed: what was done with a blob is not noted");
    }
  }

  /// A task that fails has a bug, or the store is closing; the clock goes on all the same.
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (StoreException failure) {
        log.debug("blobs wait: {}", failure.sentence());
      } catch (RuntimeException | Error bug) {
        log.error("the clock of blobs met a fault", bug);
      }
    };
  }
}
