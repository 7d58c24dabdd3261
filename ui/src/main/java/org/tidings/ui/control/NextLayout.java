package org.tidings.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Does something once after the next layout: only then it is known where everything stands.
/// Confined to the JavaFX thread.
final class NextLayout {
  private NextLayout() {}

  /// Does `work` after the next layout of the window that `node` is in, or is put into first.
  static void after(Node node, Runnable work) {
    Scene scene = node.getScene();
    if (scene == null) {
      node.sceneProperty()
          .addListener(
              new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends Scene> of, Scene before, Scene now) {
                  of.removeListener(this);
                  after(node, work);
                }
              });
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
