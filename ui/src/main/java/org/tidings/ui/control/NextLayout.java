package org.tidings.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;

/// Does something once after the next layout: only then it is known where everything stands.
/// Confined to the JavaFX thread.
public final class NextLayout {
  private NextLayout() {}

  /// Does `work` after the next layout of the window that `node` is in; at once where it is in
  /// none.
  public static void after(Node node, Runnable work) {
    Scene scene = node.getScene();
    if (scene == null) {
      work.run();
      return;
    }
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            work.run();
          }
        });
  }
}
