package org.tidings.ui.peers;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.replication.Replication;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// The light beside the way to the connections. Confined to the screen thread.
public final class LightViewModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Light> light = new ReadOnlyObjectWrapper<>(Light.ALONE);
  private final Requery<Light> query;
  private final Subscription changes;
  private final Subscription events;

  public LightViewModel(Workspace workspace) {
    Replication replication = workspace.replication();
    query =
        workspace.requery(
            () -> () -> Light.of(replication.peers(), isSomebodyNearby(workspace)), light::set);
    changes = workspace.followReplication(query::request);
    events = workspace.follow(FeedEvent.GraphChanged.class::isInstance, query::request);
    query.request();
  }

  /// Whom we block is not called.
  private static boolean isSomebodyNearby(Workspace workspace) {
    return workspace.replication().nearby().stream()
        .anyMatch(peer -> !workspace.feeds().graph().hops(peer.address().id()).isBlocked());
  }

  public ReadOnlyObjectProperty<Light> lightProperty() {
    return light.getReadOnlyProperty();
  }

  @Override
  public void close() {
    changes.close();
    events.close();
    query.close();
  }
}
