package org.tidings.replication.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.FeedLog;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.transport.Patience;

/// Knows when the store reached which number of messages, the last few thousand commits back.
/// Thread-safe. Made before anything is taken in.
final class Milestones implements AutoCloseable {
  private static final int KEPT = 4096;

  private final InstantSource clock;
  private final Deque<Reached> commits = new ArrayDeque<>();
  private final Subscription subscription;

  private record Reached(long messages, long atMs) {}

  Milestones(FeedLog log, FeedEvents events, InstantSource clock) {
    this.clock = clock;
    commits.add(new Reached(log.count(), clock.millis()));
    this.subscription = events.subscribe(this::happened);
  }

  /// Waits until that many messages are stored: `{"messages","reachedAtMs"}`, the number then and
  /// the time.
  synchronized JsonObject await(long atLeast, Duration atMost)
      throws RpcError, InterruptedException {
    Patience patience = Patience.of(atMost);
    while (commits.getLast().messages() < atLeast) {
      if (patience.isOver()) {
        throw new RpcError(
            "After %d s there are %d messages, not %d."
                .formatted(atMost.toSeconds(), commits.getLast().messages(), atLeast));
      }
      wait(Math.max(1, patience.left().toMillis()));
    }
    Reached reached = commits.getLast();
    for (Reached commit : commits) {
      if (commit.messages() >= atLeast) {
        reached = commit;
        break;
      }
    }
    return JsonObject.builder()
        .put("messages", (double) reached.messages())
        .put("reachedAtMs", (double) reached.atMs())
        .build();
  }

  private synchronized void happened(FeedEvent event) {
    if (event instanceof FeedEvent.MessagesAppended appended) {
      long messages = commits.getLast().messages() + appended.messages().size();
      commits.add(new Reached(messages, clock.millis()));
      if (commits.size() > KEPT) {
        commits.remove();
      }
      notifyAll();
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
