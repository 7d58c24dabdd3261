package org.tidings.ui.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// How many have some posts of ours, as it changes. Confined to the screen thread.
public final class DeliveryWatch implements AutoCloseable {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Map<MessageId, Held>> held =
      new ReadOnlyObjectWrapper<>(Map.of());

  /// Where our messages are in our feed; that never changes.
  private final Map<MessageId, Sequence> places = new ConcurrentHashMap<>();

  private final Requery<Map<MessageId, Held>> query;
  private final Subscription changes;
  private Set<MessageId> watched = Set.of();

  public DeliveryWatch(Workspace workspace) {
    this.workspace = workspace;
    query =
        workspace.requery(
            () -> {
              Set<MessageId> now = watched;
              return () -> find(now);
            },
            held::set);
    changes = workspace.followReplication(this::look);
  }

  /// What is known of those that are watched.
  public ReadOnlyObjectProperty<Map<MessageId, Held>> heldProperty() {
    return held.getReadOnlyProperty();
  }

  /// Watches these posts of ours, and no others any more.
  public void watch(Set<MessageId> own) {
    if (!own.equals(watched)) {
      watched = Set.copyOf(own);
      look();
    }
  }

  private void look() {
    if (!watched.isEmpty()) {
      query.request();
    }
  }

  private Map<MessageId, Held> find(Set<MessageId> own) {
    Set<FeedId> followed = workspace.feeds().graph().followed();
    Map<MessageId, Held> found = new HashMap<>();
    for (MessageId message : own) {
      place(message)
          .map(place -> Held.of(workspace.feeds().copies().of(place), followed))
          .ifPresent(how -> found.put(message, how));
    }
    return Map.copyOf(found);
  }

  private Optional<Sequence> place(MessageId message) {
    Optional<Sequence> known = Optional.ofNullable(places.get(message));
    if (known.isPresent()) {
      return known;
    }
    Optional<Sequence> found =
        workspace
            .feeds()
            .log()
            .get(message)
            .filter(stored -> stored.author().equals(workspace.self()))
            .map(StoredMessage::sequence);
    found.ifPresent(place -> places.put(message, place));
    return found;
  }

  @Override
  public void close() {
    changes.close();
    query.close();
  }
}
