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
import org.tidings.feed.local.Drafts;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// What only we call somebody: shown before all their other names, and nobody else learns of it.
/// What was typed stays until it is saved or given up, over restarts too. Confined to the screen
/// thread.
public final class PetnameViewModel implements AutoCloseable {
  /// Begins the names under which drafts keep what is typed; whose it is follows.
  private static final String PLACE = "petname:";

  private final Workspace workspace;
  private final FeedId feed;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper naming = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<String>> given =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final KeptText kept;
  private final Requery<Optional<String>> query;
  private final Subscription events;
  private String old = "";
  private boolean isResumed;

  public PetnameViewModel(Workspace workspace, FeedId feed) {
    this.workspace = workspace;
    this.feed = feed;
    kept = new KeptText(workspace, PLACE + feed, this::begun);
    typed.subscribe((before, now) -> kept.changed());
    query = workspace.requery(() -> () -> workspace.feeds().petnames().of(feed), this::show);
    events = workspace.follow(FeedEvent.GraphChanged.class::isInstance, query::request);
    query.request();
  }

  /// Whose name this draft is, if it is one.
  public static Optional<FeedId> named(Drafts.Draft draft) {
    return draft.place().startsWith(PLACE)
        ? FeedId.parse(draft.place().substring(PLACE.length()))
        : Optional.empty();
  }

  /// What was typed here before is known to be something else only once it is known what they are
  /// called.
  private void show(Optional<String> found) {
    given.set(found);
    if (!isResumed) {
      isResumed = true;
      kept.load(this::goOn);
    }
  }

  private void goOn(String found) {
    boolean isTyped = begun().isPresent();
    if (found.equals(given.get().orElse(""))) {
      kept.keep();
    } else if (!isTyped) {
      begin();
      typed.set(found);
    }
  }

  /// What stands here now and is something else than what they are called.
  private Optional<String> begun() {
    return Optional.of(typed.get()).filter(now -> naming.get() && !now.equals(old));
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
    old = given.get().orElse("");
    typed.set(old);
    naming.set(true);
  }

  public void cancel() {
    end();
  }

  private void end() {
    naming.set(false);
    kept.keep();
  }

  /// Calls them what was typed; nothing takes the name away.
  public void save() {
    call(typed.get().strip().replaceAll("\\s+", " "));
  }

  /// Calls them again as others do.
  public void remove() {
    call("");
  }

  private void call(String name) {
    workspace
        .background()
        .run(
            () -> workspace.feeds().petnames().save(feed, name),
            this::end,
            workspace.notices()::tell);
  }

  @Override
  public void close() {
    kept.keep();
    events.close();
    query.close();
  }
}
