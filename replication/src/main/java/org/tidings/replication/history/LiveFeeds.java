package org.tidings.replication.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.ref.FeedId;

/// Wakes whoever waits for a feed to go on: one subscription for thousands of streams. Thread-safe.
final class LiveFeeds implements AutoCloseable {
  private final Map<FeedId, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
  private final FeedId self;
  private final Subscription subscription;

  LiveFeeds(FeedEvents events, FeedId self) {
    this.self = self;
    this.subscription = events.subscribe(this::happened);
  }

  /// From now on a permit for each time the feed has gone on, or may go on being sent.
  Semaphore listen(FeedId feed) {
    Semaphore news = new Semaphore(0);
    waiting.compute(
        feed,
        (key, all) -> {
          Set<Semaphore> listeners = all == null ? ConcurrentHashMap.newKeySet() : all;
          listeners.add(news);
          return listeners;
        });
    return news;
  }

  void leave(FeedId feed, Semaphore news) {
    waiting.computeIfPresent(
        feed,
        (key, all) -> {
          all.remove(news);
          return all.isEmpty() ? null : all;
        });
  }

  private void happened(FeedEvent event) {
    switch (event) {
      case FeedEvent.MessagesAppended(List<FeedEvent.Appended> messages) ->
          messages.forEach(message -> wake(message.author()));
      case FeedEvent.PublishingChanged changed -> wake(self);
      case FeedEvent.GraphChanged changed -> {}
      case FeedEvent.BlobStored stored -> {}
      case FeedEvent.MessagesDecrypted read -> {}
      case FeedEvent.IndexesProgressed further -> {}
      case FeedEvent.EarlyArrived early -> {}
      case FeedEvent.FeedDropped dropped -> {}
      case FeedEvent.FeedDamaged damaged -> {}
      case FeedEvent.FeedHealed(FeedId feed) -> wake(feed);
    }
  }

  private void wake(FeedId feed) {
    waiting.getOrDefault(feed, Set.of()).forEach(Semaphore::release);
  }

  @Override
  public void close() {
    subscription.close();
  }
}
