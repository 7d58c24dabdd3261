package org.tidings.ui.peers;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Requery;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Workspace;

/// One room: who is there, how others get in, and leaving it. Confined to the screen thread.
public final class RoomViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final FeedId room;
  private final ReadOnlyObjectWrapper<Optional<RoomDetails>> details =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper unknown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Requery<Optional<RoomDetails>> query;
  private final Subscription changes;
  private final Subscription events;

  public RoomViewModel(Workspace workspace, FeedId room) {
    this.workspace = workspace;
    this.room = room;
    RoomReader reader = new RoomReader(workspace.feeds(), workspace.replication());
    query = workspace.requery(() -> () -> reader.find(room), this::show);
    changes = workspace.followReplication(query::request);
    events = workspace.followPosts(query::request);
    query.request();
  }

  /// What was known of it last; empty until the first answer has come.
  public ReadOnlyObjectProperty<Optional<RoomDetails>> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /// Whether nothing was ever known of it here.
  public ReadOnlyBooleanProperty unknownProperty() {
    return unknown.getReadOnlyProperty();
  }

  private void show(Optional<RoomDetails> found) {
    details.set(found.or(details::get));
    unknown.set(details.get().isEmpty());
  }

  /// Whether the room is asked something right now.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Opens the page on which the room makes invites, once the person has seen which that is; the
  /// browser is signed in by it.
  public void openPage() {
    busy.set(true);
    workspace
        .background()
        .ask(
            () -> workspace.replication().signIn().page(room),
            this::open,
            problem -> {
              busy.set(false);
              workspace.notices().tell(problem);
            });
  }

  private void open(URI page) {
    busy.set(false);
    workspace.leaveFor(page.toString());
  }

  /// Leaves the room, once the person has agreed.
  public void leave() {
    String name = details.get().map(now -> now.row().name()).orElse("");
    workspace.notices().ask(Question.of("rooms.leave", false, this::leaveNow, name));
  }

  private void leaveNow() {
    workspace
        .background()
        .ask(
            () -> workspace.replication().rooms().leave(room),
            wasKnown -> goBack(),
            workspace.notices()::tell);
  }

  /// Whoever has gone elsewhere meanwhile stays there.
  private void goBack() {
    if (workspace.navigator().place().equals(new Place.Room(room))) {
      workspace.navigator().back();
    }
  }

  /// Goes there now.
  public void call() {
    busy.set(true);
    workspace
        .background()
        .run(
            this::callNow,
            () -> busy.set(false),
            problem -> {
              busy.set(false);
              workspace.notices().tell(problem);
            });
  }

  private void callNow() throws IOException {
    var address =
        workspace.replication().rooms().all().stream()
            .filter(status -> status.id().equals(room))
            .flatMap(status -> status.address().stream())
            .findFirst();
    if (address.isPresent()) {
      workspace.replication().connect(address.get());
    }
  }

  @Override
  public void close() {
    changes.close();
    events.close();
    query.close();
  }
}
