package org.tidings.ui.workspace;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Requery;

/// Whether what we write can be published, followed live. Confined to the screen thread.
public final class GateWatch implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Optional<Reason>> reason =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> held =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<GateState> query;
  private final Subscription events;

  public GateWatch(Workspace workspace) {
    query = workspace.requery(() -> () -> workspace.feeds().gate().state(), this::show);
    held.bind(reason.map(why -> why.map(EngineWords::of)));
    events = workspace.follow(FeedEvent.PublishingChanged.class::isInstance, query::request);
    query.request();
  }

  /// Why publishing is held, for people; empty while it works.
  public ReadOnlyObjectProperty<Optional<String>> heldProperty() {
    return held.getReadOnlyProperty();
  }

  /// The same for the program.
  public ReadOnlyObjectProperty<Optional<Reason>> reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /// Whether something can be published now: nothing else is under way, and publishing works.
  ///
  /// @param busy whether something is under way
  public ObservableBooleanValue allows(ObservableBooleanValue busy) {
    return Bindings.createBooleanBinding(() -> !busy.get() && held.get().isEmpty(), busy, held);
  }

  /// Asks again.
  public void look() {
    query.request();
  }

  private void show(GateState state) {
    reason.set(
        switch (state) {
          case GateState.Open open -> Optional.empty();
          case GateState.Held(Reason why) -> Optional.of(why);
        });
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
