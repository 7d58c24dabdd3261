package org.tidings.ui.sync;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.tidings.ui.control.Clickable;

/// A thin line at the top of the window, as long as what is done of catching up; covers nothing,
/// and a click on it leads to where more is told. By keyboard one gets there as always. Confined to
/// the JavaFX thread.
public final class SyncLine extends ProgressBar {
  private final Tooltip tooltip = new Tooltip();

  /// @param more shows more of it
  public SyncLine(SyncViewModel model, Runnable more) {
    getStyleClass().add("sync-line");
    setMaxWidth(Double.MAX_VALUE);
    setFocusTraversable(false);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    setTooltip(tooltip);
    StackPane.setAlignment(this, Pos.TOP_CENTER);
    Clickable.mouse(this, more);
    model.syncingProperty().subscribe(this::show);
  }

  private void show(Optional<Syncing> now) {
    setVisible(now.isPresent());
    now.ifPresent(
        syncing -> {
          setProgress(syncing.share());
          tooltip.setText(SyncWords.brief(syncing));
          setAccessibleText(SyncWords.brief(syncing));
        });
  }
}
