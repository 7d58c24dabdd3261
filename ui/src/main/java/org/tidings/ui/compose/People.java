package org.tidings.ui.compose;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// Who writes, and who can read it where that is not everybody, by the names they have now.
/// Confined to the screen thread.
final class People implements AutoCloseable {
  private final Workspace workspace;
  private final Set<FeedId> others;
  private final ReadOnlyObjectWrapper<Optional<Byline>> author =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Byline>> readers =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Requery<Map<FeedId, Byline>> query;
  private final Subscription events;

  /// Us, and these others.
  People(Workspace workspace, Set<FeedId> others) {
    this.workspace = workspace;
    this.others = others;
    query = workspace.requery(this::names, this::named);
    events = workspace.follow(People::concerns, query::request);
    query.request();
  }

  private static boolean concerns(FeedEvent event) {
    return event instanceof FeedEvent.MessagesAppended(var messages)
        && messages.stream().anyMatch(message -> message.type().equals("about"));
  }

  private Callable<Map<FeedId, Byline>> names() {
    Set<FeedId> all = new HashSet<>(others);
    all.add(workspace.self());
    return () -> workspace.feeds().profiles().bylines(all);
  }

  private void named(Map<FeedId, Byline> found) {
    author.set(Optional.ofNullable(found.get(workspace.self())));
    readers.set(
        found.values().stream()
            .filter(by -> others.contains(by.id()))
            .sorted(Comparator.comparing(Byline::name, String.CASE_INSENSITIVE_ORDER))
            .toList());
  }

  ReadOnlyObjectProperty<Optional<Byline>> authorProperty() {
    return author.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Byline>> readersProperty() {
    return readers.getReadOnlyProperty();
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
