package org.tidings.replication.blob;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.blob.LinkTable.Link;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerSession;

/// Blobs with all peers: one [BlobState], and hands that do what it says. Thread-safe; the state is
/// guarded by one lock, never held while waiting for network or disk.
final class BlobExchange {
  private final Feeds feeds;
  private final BlobState state = new BlobState();
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkTable links = new LinkTable();
  private final Fetches fetches;
  private final Ends ends;

  /// Told when what somebody asked for is done; hands over only.
  interface Ends {
    void fulfilled(BlobId blob);

    void pushed(BlobId blob);
  }

  BlobExchange(Feeds feeds, Ends ends) {
    this.feeds = feeds;
    this.ends = ends;
    this.fetches = new Fetches(feeds.blobs());
  }

  /// The link of that connection; it is up from now on.
  Link enter(PeerSession session, RpcConnection connection) {
    return links.enter(
        session, connection, link -> on(new Event.Opened(link.number(), session.peer())));
  }

  void leave(PeerSession session) {
    links.leave(session).ifPresent(link -> on(new Event.Closed(link.number())));
  }

  /// Tells the peer what we want and have on a stream where it listens, until that ends.
  void tell(Link link, RpcStream peer) throws IOException, InterruptedException {
    Runnable tellAll = () -> on(new Event.Listening(link.number()));
    WantFlow flow = new WantFlow(tellAll);
    link.flows().add(flow);
    try {
      tellAll.run();
      flow.run(peer);
    } finally {
      link.flows().remove(flow);
    }
  }

  /// Tells a program of ours what peers are told, and what comes, until its stream ends.
  void showTo(RpcStream program) throws IOException, InterruptedException {
    AtomicLong number = new AtomicLong();
    Runnable tellAll = () -> on(new Event.Watched(number.get(), feeds.identity().id()));
    WantFlow flow = new WantFlow(tellAll);
    number.set(links.enter(flow));
    try {
      tellAll.run();
      flow.run(program);
    } finally {
      links.leave(number.get());
      on(new Event.Closed(number.get()));
    }
  }

  /// The peer told what it wants and has.
  void heard(PeerSession session, Link link, JsonObject item) {
    SequencedMap<BlobId, Long> told = new LinkedHashMap<>();
    Map<BlobId, Long> held = new HashMap<>();
    // What came to be wanted last stands last, and is what counts most.
    for (String key : item.keys().reversed()) {
      if (told.size() - held.size() > Audience.MOST_WANTS) {
        break;
      }
      double value = item.number(key).orElse(0);
      if (value != 0 && value == Math.rint(value)) {
        BlobId.parse(key).ifPresent(blob -> note(blob, (long) value, told, held));
      }
    }
    on(new Event.Heard(link.number(), told, held, isNear(session.peer())));
    told.forEach((blob, value) -> answerLate(blob, value, held));
  }

  /// What came while we looked was told to nobody who was not heard by then.
  private void answerLate(BlobId blob, long value, Map<BlobId, Long> held) {
    if (value < 0 && !held.containsKey(blob)) {
      feeds.blobs().size(blob).ifPresent(size -> on(new Event.Stored(blob, size)));
    }
  }

  private void note(
      BlobId blob, long value, SequencedMap<BlobId, Long> told, Map<BlobId, Long> held) {
    told.putFirst(blob, value);
    if (value < 0) {
      OptionalLong size = feeds.blobs().size(blob);
      size.ifPresent(bytes -> held.put(blob, bytes));
    }
  }

  /// Tells the state what happened, and does what it says.
  void on(Event event) {
    List<Action> actions;
    lock.lock();
    try {
      actions = state.on(event, nowMs());
    } finally {
      lock.unlock();
    }
    actions.forEach(this::perform);
  }

  /// Some time has passed.
  void tick() {
    on(new Event.Tick(fetches.received()));
  }

  /// How it stands with a blob.
  BlobStatus status(BlobId blob) {
    OptionalLong here = feeds.blobs().size(blob);
    if (here.isPresent()) {
      return new BlobStatus.Here(here.getAsLong());
    }
    lock.lock();
    try {
      BlobStatus status = state.status(blob, nowMs());
      return status instanceof BlobStatus.Coming(long _, long size)
          ? new BlobStatus.Coming(fetches.here(blob), size)
          : status;
    } finally {
      lock.unlock();
    }
  }

  /// Stops what is being fetched.
  void close() {
    fetches.cancelAll();
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Tell(long number, Map<BlobId, Long> told) ->
          links.flows(number).forEach(flow -> flow.tell(told));
      case Action.Fetch fetch ->
          links
              .of(fetch.link())
              .ifPresent(link -> fetches.begin(fetch, link, isNear(link.peer()), this::on));
      case Action.Cancel(BlobId blob) -> fetches.cancel(blob);
      case Action.Fulfilled(BlobId blob) -> ends.fulfilled(blob);
      case Action.Pushed(BlobId blob) -> ends.pushed(blob);
    }
  }

  /// Whether the peer is in our reach.
  boolean isNear(FeedId peer) {
    return feeds.graph().wants(peer);
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }
}
