package org.tidings.ui.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.IndexProgress;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.WindowSettings;
import org.tidings.ui.workspace.Workspace;

/// Building the indexes again, and a report for whoever looks for a fault. Confined to the screen
/// thread.
final class AdvancedViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Building> building =
      new ReadOnlyObjectWrapper<>(new Building.Idle());
  private final ReadOnlyObjectWrapper<Optional<Path>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<List<IndexProgress>> query;
  private final Subscription further;
  private boolean asked;

  /// How it stands with building the indexes.
  sealed interface Building {
    /// All are as they should be.
    record Idle() implements Building {}

    /// Some are behind.
    record UnderWay(int percent) implements Building {}

    /// What the person has asked for is done.
    record Done() implements Building {}
  }

  AdvancedViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> workspace.feeds()::indexing, this::show);
    further =
        workspace.follow(event -> event instanceof FeedEvent.IndexesProgressed, query::request);
    query.request();
  }

  ReadOnlyObjectProperty<Building> buildingProperty() {
    return building.getReadOnlyProperty();
  }

  /// Where the report was saved last.
  ReadOnlyObjectProperty<Optional<Path>> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// Builds all of them again, beside those in use.
  void rebuild() {
    building.set(new Building.UnderWay(0));
    workspace.background().run(workspace.feeds()::rebuildIndexes, this::begun, this::refused);
  }

  private void begun() {
    asked = true;
    query.request();
  }

  private void refused(Problem problem) {
    building.set(new Building.Idle());
    workspace.notices().tell(problem);
  }

  private void show(List<IndexProgress> behind) {
    if (behind.isEmpty()) {
      building.set(asked ? new Building.Done() : new Building.Idle());
      return;
    }
    building.set(new Building.UnderWay(IndexProgress.percent(behind)));
  }

  /// Writes the report to a file of the person's.
  void saveReport(Path file) {
    WindowSettings settings = workspace.environment().preferences().settings();
    workspace
        .background()
        .run(
            () -> Files.writeString(file, DiagnosticsReport.of(workspace, settings)),
            () -> saved.set(Optional.of(file)),
            workspace.notices()::tell);
  }

  @Override
  public void close() {
    further.close();
    query.close();
  }
}
