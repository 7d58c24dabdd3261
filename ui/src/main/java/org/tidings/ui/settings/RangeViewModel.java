package org.tidings.ui.settings;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.upkeep.Ring;
import org.tidings.ui.workspace.Workspace;

/// How far feeds are fetched, and what each choice costs. Confined to the screen thread.
final class RangeViewModel {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<List<Ring>> rings = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper later = new ReadOnlyBooleanWrapper();

  RangeViewModel(Workspace workspace) {
    this.workspace = workspace;
    later.set(isLater());
    workspace
        .background()
        .ask(() -> workspace.feeds().storage().rings(), rings::set, workspace.notices()::tell);
  }

  /// What is here by distance; empty until it was looked at.
  ReadOnlyObjectProperty<List<Ring>> ringsProperty() {
    return rings.getReadOnlyProperty();
  }

  /// Whether the choice is another than what counts until the program ends.
  ReadOnlyBooleanProperty laterProperty() {
    return later.getReadOnlyProperty();
  }

  /// How far the person wants feeds to be fetched.
  int hops() {
    return workspace.environment().preferences().settings().bounds().hops();
  }

  /// Has feeds fetched that far when the program next starts.
  void choose(int hops) {
    workspace
        .environment()
        .preferences()
        .change(now -> now.withBounds(now.bounds().withHops(hops)));
    later.set(isLater());
  }

  private boolean isLater() {
    return hops() != workspace.feeds().graph().maxHops();
  }
}
