package org.tidings.ui.peers;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.Subscription;
import org.tidings.replication.Replication;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// The light beside the way to the connections. Confined to the screen thread.
public final class LightViewModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Light> light = new ReadOnlyObjectWrapper<>(Light.ALONE);
  private final Requery<Light> query;
  private final Subscription changes;

  public LightViewModel(Workspace workspace) {
    Replication replication = workspace.replication();
    query =
        new Requery<>(
            workspace.background(),
            () -> () -> Light.of(replication.peers(), !replication.nearby().isEmpty()),
            light::set,
            workspace.notices()::tell);
    changes = replication.onChange(() -> workspace.background().onScreen(query::request));
    query.request();
  }

  public ReadOnlyObjectProperty<Light> lightProperty() {
    return light.getReadOnlyProperty();
  }

  @Override
  public void close() {
    changes.close();
    query.close();
  }
}
