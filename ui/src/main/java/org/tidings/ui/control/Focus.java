package org.tidings.ui.control;

import javafx.scene.Node;

/// Where the keyboard is. Confined to the JavaFX thread.
public final class Focus {
  private Focus() {}

  /// Whether it is at `part` or at something in it, though the window itself may be behind another.
  public static boolean isIn(Node part) {
    Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
    while (at != null && !at.equals(part)) {
      at = at.getParent();
    }
    return at != null;
  }
}
