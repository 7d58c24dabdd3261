package org.tidings.ui.control;

import javafx.scene.Node;

/// Whether a node is there: one that is not takes no room.
public final class Shown {
  private Shown() {}

  /// Shows `node`, or takes it away.
  public static void when(boolean shown, Node node) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
