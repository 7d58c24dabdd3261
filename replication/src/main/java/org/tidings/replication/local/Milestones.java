package org.tidings.replication.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.FeedLog;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.transport.Patience;

/// Knows when the store held which number of messages, the last few thousand commits back; what was
/// there when it was made counts from then. Every entry is what the store held when it was written,
/// never a sum of events, some of which may have been told before or after. Thread-safe.
final class Milestones implements AutoCloseable {
  private static final int KEPT = 4096;

  private final FeedLog log;
  private final InstantSource clock;
  private final Deque<Reached> commits = new ArrayDeque<>();
  private final Subscription subscription;

  private record Reached(long messages, long atMs) {}

  Milestones(FeedLog log, FeedEvents events, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.subscription = events.subscribe(this::happened);
    note();
  }

  /// Waits until that many messages are stored: `{"messages","reachedAtMs"}`, the number then and
  /// the time.
  synchronized JsonObject await(long atLeast, Duration atMost)
      throws RpcError, InterruptedException {
    Patience patience = Patience.of(atMost);
    Optional<Reached> reached = reached(atLeast);
    while (reached.isEmpty()) {
      if (patience.isOver()) {
        throw new RpcError(
            "After %d s there are %d messages, not %d."
                .formatted(atMost.toSeconds(), commits.getLast().messages(), atLeast));
      }
      wait(Math.max(1, patience.left().toMillis()));
      reached = reached(atLeast);
    }
    return JsonObject.builder()
        .put("messages", (double) reached.get().messages())
        .put("reachedAtMs", (double) reached.get().atMs())
        .build();
  }

  private Optional<Reached> reached(long atLeast) {
    return commits.stream().filter(commit -> commit.messages() >= atLeast).findFirst();
  }

  private void happened(FeedEvent event) {
    if (event instanceof FeedEvent.MessagesAppended) {
      note();
    }
  }

  private synchronized void note() {
    commits.add(new Reached(log.count(), clock.millis()));
    if (commits.size() > KEPT) {
      commits.remove();
    }
    notifyAll();
  }

  @Override
  public void close() {
    subscription.close();
  }
}
