package org.tidings.ui.profile;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// What only we call somebody: shown before all their other names, and nobody else learns of it.
/// What was typed stays until it is on disk or given up. Confined to the screen thread.
public final class PetnameViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final FeedId feed;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper naming = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<String>> given =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<Optional<String>> query;
  private final Subscription events;

  public PetnameViewModel(Workspace workspace, FeedId feed) {
    this.workspace = workspace;
    this.feed = feed;
    query =
        new Requery<>(
            workspace.background(),
            () -> () -> workspace.feeds().petnames().of(feed),
            given::set,
            workspace.notices()::tell);
    events = workspace.follow(FeedEvent.GraphChanged.class::isInstance, query::request);
    query.request();
  }

  /// What stands in the field.
  public StringProperty typedProperty() {
    return typed;
  }

  /// Whether a name is being given.
  public ReadOnlyBooleanProperty namingProperty() {
    return naming.getReadOnlyProperty();
  }

  /// What we call them; empty where we gave no name, and for a moment.
  public ReadOnlyObjectProperty<Optional<String>> givenProperty() {
    return given.getReadOnlyProperty();
  }

  /// Starts from what we call them now.
  public void begin() {
    typed.set(given.get().orElse(""));
    naming.set(true);
  }

  public void cancel() {
    naming.set(false);
  }

  /// Calls them what was typed; nothing takes the name away.
  public void save() {
    keep(typed.get().strip().replaceAll("\\s+", " "));
  }

  /// Calls them again as others do.
  public void remove() {
    keep("");
  }

  private void keep(String name) {
    workspace
        .background()
        .run(
            () -> workspace.feeds().petnames().save(feed, name),
            () -> naming.set(false),
            workspace.notices()::tell);
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
