package org.tidings.feed.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tidings.feed.event.FeedEvent.Appended;
import org.tidings.feed.event.FeedEvent.MessagesAppended;

/// Keeps every event told, in order. Thread-safe.
public final class EventRecorder implements AutoCloseable {

  private final List<FeedEvent> told = new CopyOnWriteArrayList<>();
  private final Subscription subscription;

  public EventRecorder(FeedEvents events) {
    subscription = events.subscribe(told::add);
  }

  /// Everything told so far.
  public List<FeedEvent> all() {
    return List.copyOf(told);
  }

  /// Every message appended so far.
  public List<Appended> appended() {
    return told.stream()
        .filter(MessagesAppended.class::isInstance)
        .map(MessagesAppended.class::cast)
        .flatMap(event -> event.messages().stream())
        .toList();
  }

  /// Whether an event of this kind was told.
  public boolean has(Class<? extends FeedEvent> kind) {
    return told.stream().anyMatch(kind::isInstance);
  }

  @Override
  public void close() {
    subscription.close();
  }
}
