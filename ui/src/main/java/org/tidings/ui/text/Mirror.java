package org.tidings.ui.text;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Scale;

/// JavaFX 26 measures the shapes of a flow that starts from the right (of letters, underlines, the
/// caret) from its right end, and draws them from its left. For use on the JavaFX thread.
public final class Mirror {
  private Mirror() {}

  /// Whether shapes of `flow` are to be mirrored.
  public static boolean isNeeded(TextFlow flow) {
    return flow.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
  }

  /// Has `shape`, a child of `flow` made of its measures, stand where the letters are.
  public static void put(Node shape, TextFlow flow) {
    shape
        .getTransforms()
        .setAll(isNeeded(flow) ? List.of(new Scale(-1, 1, flow.getWidth() / 2, 0)) : List.of());
  }
}
