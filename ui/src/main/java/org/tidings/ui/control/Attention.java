package org.tidings.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Whether a person has what is shown before them: a window in the tray, or behind others, shows it
/// to nobody. For use on the JavaFX thread.
public final class Attention {
  private Attention() {}

  /// Whether `node` is in the window in front.
  public static ObservableValue<Boolean> on(Node node) {
    return node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Attention::on).orElse(false);
  }

  /// A window that was closed into the tray may go on having the keyboard.
  private static ObservableValue<Boolean> on(Window window) {
    return window.showingProperty().and(window.focusedProperty());
  }
}
