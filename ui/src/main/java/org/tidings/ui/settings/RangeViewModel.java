package org.tidings.ui.settings;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tidings.feed.upkeep.Ring;
import org.tidings.ui.workspace.Workspace;

/// How far feeds are fetched, and what each choice costs. Confined to the screen thread.
final class RangeViewModel {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<List<Ring>> rings = new ReadOnlyObjectWrapper<>(List.of());

  RangeViewModel(Workspace workspace) {
    this.workspace = workspace;
    look();
  }

  private void look() {
    workspace
        .background()
        .ask(() -> workspace.feeds().storage().rings(), rings::set, workspace.notices()::tell);
  }

  /// What is here by distance; empty until it was looked at.
  ReadOnlyObjectProperty<List<Ring>> ringsProperty() {
    return rings.getReadOnlyProperty();
  }

  /// How far the person wants feeds to be fetched.
  ObservableValue<Integer> hops() {
    return workspace.environment().preferences().settingsProperty().map(now -> now.bounds().hops());
  }

  /// Has feeds fetched that far: that counts at once, and is kept.
  void choose(int hops) {
    workspace
        .environment()
        .preferences()
        .change(now -> now.withBounds(now.bounds().withHops(hops)));
    workspace
        .background()
        .inTurn(() -> workspace.feeds().fetchWithin(hops), this::look, workspace.notices()::tell);
  }
}
