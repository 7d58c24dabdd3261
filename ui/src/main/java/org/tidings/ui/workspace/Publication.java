package org.tidings.ui.workspace;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.tidings.feed.content.Content;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Problem;

/// Publishes what a screen has to say, one thing at a time. Confined to the screen
/// thread.
public final class Publication {
  private final Workspace workspace;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public Publication(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Whether something is on its way to the disk.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Publishes; `published` is run once it is on disk. Where that fails the person is told.
  public void publish(Content.Publishable content, Runnable published) {
    run(() -> workspace.feeds().publisher().publish(content.toJson()), published);
  }

  /// The same for what publishes by itself, or several things.
  public void run(Background.Work publishing, Runnable published) {
    busy.set(true);
    workspace
        .background()
        .run(
            publishing,
            () -> {
              busy.set(false);
              published.run();
            },
            this::failed);
  }

  private void failed(Problem problem) {
    busy.set(false);
    workspace.notices().tell(problem);
  }
}
