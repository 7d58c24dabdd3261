package org.tidings.ui.control;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where the keyboard was before something stood in front, so that it goes back there. Confined to
/// the JavaFX thread.
public final class FocusReturn {
  private @Nullable Node before;

  /// Notes where it is now.
  ///
  /// @param front what is about to take the keyboard, in the window
  public void remember(Node front) {
    before = front.getScene() == null ? null : front.getScene().getFocusOwner();
  }

  /// Gives the keyboard back, once.
  public void giveBack() {
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
