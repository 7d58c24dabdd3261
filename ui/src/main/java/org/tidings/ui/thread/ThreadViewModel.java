package org.tidings.ui.thread;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.local.Mutes;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.workspace.Workspace;

/// One thread as it grows. What has been shown counts as read. Confined to the screen thread.
public final class ThreadViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final MessageId message;
  private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<ThreadView>> thread =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<Found> query;
  private final Subscription events;
  private long seen;

  /// The thread `message` belongs to.
  public ThreadViewModel(Workspace workspace, MessageId message) {
    this.workspace = workspace;
    this.message = message;
    this.query =
        new Requery<>(
            workspace.background(), this::question, this::show, workspace.notices()::tell);
    this.events = workspace.follow(ThreadViewModel::concerns, query::request);
    query.request();
  }

  public ObservableList<ThreadRow> rows() {
    return rows;
  }

  /// The thread itself, whose rows are shown by then; empty while nothing of it is here.
  public ReadOnlyObjectProperty<Optional<ThreadView>> threadProperty() {
    return thread.getReadOnlyProperty();
  }

  /// Whether the first answer has come.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  private static boolean concerns(FeedEvent event) {
    return event instanceof FeedEvent.MessagesAppended
        || event instanceof FeedEvent.MessagesDecrypted
        || event instanceof FeedEvent.GraphChanged;
  }

  /// The thread, and what the person does not want to come across.
  ///
  /// @param quiet whether that is the thread itself
  private record Found(Optional<ThreadView> thread, Set<FeedId> muted, boolean quiet) {}

  private Callable<Found> question() {
    return () -> {
      Optional<ThreadView> found = workspace.feeds().threads().of(message);
      Mutes mutes = workspace.feeds().mutes();
      boolean quiet = found.map(ThreadView::root).filter(mutes::isMuted).isPresent();
      return new Found(found, Set.copyOf(mutes.feeds()), quiet);
    };
  }

  /// Has the thread tell again of what is new in it.
  public void unmute() {
    thread
        .get()
        .ifPresent(
            shown ->
                workspace
                    .background()
                    .run(
                        () -> workspace.feeds().mutes().unmute(shown.root()),
                        () -> {},
                        workspace.notices()::tell));
  }

  private void show(Found found) {
    Rows.show(
        rows,
        found
            .thread
            .map(shown -> ThreadRow.of(shown, found.muted, found.quiet))
            .orElseGet(List::of));
    thread.set(found.thread);
    loaded.set(true);
    found.thread.ifPresent(this::markSeen);
  }

  private void markSeen(ThreadView found) {
    long newest =
        found.posts().stream()
            .map(PostView::times)
            .mapToLong(times -> times.arrival())
            .max()
            .orElse(0);
    if (newest > seen) {
      seen = newest;
      workspace
          .background()
          .run(
              () -> workspace.feeds().readMarks().seen(found.root(), newest),
              () -> {},
              workspace.notices()::tell);
    }
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
