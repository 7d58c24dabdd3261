package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.peer.PeerSession;

/// Blobs with all peers: one [BlobState], fed from the streams, the store and the clock.
/// Thread-safe; the state is guarded by one lock, never held while waiting for network or disk.
final class BlobExchange implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BlobExchange.class);
  private static final long TICK_MS = 1_000;

  private final Feeds feeds;
  private final Wishes wishes;
  private final BlobState state = new BlobState();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<PeerSession, Link> links = new ConcurrentHashMap<>();
  private final Map<Long, Link> byNumber = new ConcurrentHashMap<>();
  private final Map<BlobId, BlobFetch> fetches = new ConcurrentHashMap<>();
  private final AtomicLong lastNumber = new AtomicLong();
  private final AtomicBoolean wishesChanged = new AtomicBoolean(true);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("blob-clock").factory());
  private final Subscription subscription;

  /// A connection, and the streams on which its peer listens to our wants.
  record Link(long number, RpcConnection connection, List<WantFlow> flows) {}

  BlobExchange(Feeds feeds) {
    this.feeds = feeds;
    this.wishes = new Wishes(feeds);
    this.subscription = feeds.events().subscribe(this::happened);
    var _ = clock.scheduleAtFixedRate(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
  }

  /// The link of that connection; it is up from now on.
  Link enter(PeerSession session, RpcConnection connection) {
    return links.computeIfAbsent(
        session,
        key -> {
          long number = lastNumber.incrementAndGet();
          Link link = new Link(number, connection, new CopyOnWriteArrayList<>());
          byNumber.put(number, link);
          on(new Event.Opened(number));
          return link;
        });
  }

  void leave(PeerSession session) {
    Link link = links.remove(session);
    if (link != null) {
      byNumber.remove(link.number());
      on(new Event.Closed(link.number()));
    }
  }

  /// The peer listens on that stream until the flow is taken from the link again.
  void listens(Link link, WantFlow flow) {
    link.flows().add(flow);
    on(new Event.Listening(link.number()));
  }

  /// The peer told what it wants and has.
  void heard(PeerSession session, Link link, JsonObject item) {
    Map<BlobId, Long> told = new LinkedHashMap<>();
    Map<BlobId, Long> held = new HashMap<>();
    for (String key : item.keys()) {
      if (told.size() - held.size() > BlobState.MOST_WANTS) {
        break;
      }
      double value = item.number(key).orElse(0);
      if (value != 0 && value == Math.rint(value)) {
        BlobId.parse(key).ifPresent(blob -> note(blob, (long) value, told, held));
      }
    }
    boolean near = feeds.graph().wants(session.peer());
    on(new Event.Heard(link.number(), told, held, near));
  }

  private void note(BlobId blob, long value, Map<BlobId, Long> told, Map<BlobId, Long> held) {
    told.put(blob, value);
    if (value < 0) {
      OptionalLong size = feeds.blobs().size(blob);
      size.ifPresent(bytes -> held.put(blob, bytes));
    }
  }

  /// Stops what is being fetched.
  @Override
  public void close() {
    subscription.close();
    clock.shutdownNow();
    fetches.values().forEach(BlobFetch::cancel);
  }

  private void on(Event event) {
    List<Action> actions;
    lock.lock();
    try {
      actions = state.on(event, System.nanoTime() / 1_000_000);
    } finally {
      lock.unlock();
    }
    actions.forEach(this::perform);
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Tell(long number, Map<BlobId, Long> told) -> {
        Link link = byNumber.get(number);
        if (link != null) {
          link.flows().forEach(flow -> flow.tell(told));
        }
      }
      case Action.Cancel(BlobId blob) -> {
        BlobFetch fetch = fetches.remove(blob);
        if (fetch != null) {
          fetch.cancel();
        }
      }
      case Action.Fetch what -> fetch(what);
    }
  }

  private void fetch(Action.Fetch what) {
    Link link = byNumber.get(what.link());
    if (link == null) {
      return;
    }
    BlobFetch fetch = new BlobFetch(feeds.blobs(), link.connection(), what);
    fetches.put(what.blob(), fetch);
    Thread.ofVirtual().name(link.connection() + "-blob").start(() -> run(fetch, what.blob()));
  }

  private void run(BlobFetch fetch, BlobId blob) {
    try {
      Event end = fetch.run();
      fetches.remove(blob, fetch);
      on(end);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
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
      case FeedEvent.FeedDropped dropped -> wishesChanged.set(true);
      case FeedEvent.PublishingChanged changed -> {}
      case FeedEvent.FeedDamaged damaged -> {}
      case FeedEvent.FeedHealed healed -> {}
    }
  }

  private void later(Runnable task) {
    try {
      clock.execute(guarded(task));
    } catch (RejectedExecutionException closed) {
      log.debug("closed: nobody is told of a blob");
    }
  }

  private void stored(BlobId blob) {
    feeds.blobs().size(blob).ifPresent(size -> on(new Event.Stored(blob, size)));
  }

  private void tick() {
    guarded(
            () -> {
              Map<BlobId, Long> received = new HashMap<>();
              fetches.forEach((blob, fetch) -> received.put(blob, fetch.received()));
              on(new Event.Tick(received));
              if (wishesChanged.getAndSet(false)) {
                on(new Event.Wished(wishes.lacking()));
              }
            })
        .run();
  }

  /// A task that fails has a bug, or the store is closing; the clock goes on all the same.
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (StoreException failure) {
        log.debug("blobs wait: {}", failure.sentence());
      } catch (RuntimeException bug) {
        log.error("the clock of blobs met a fault", bug);
      }
    };
  }
}
