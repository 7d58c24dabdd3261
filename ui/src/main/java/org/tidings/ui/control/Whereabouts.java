package org.tidings.ui.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Where somebody is in a list: once they have scrolled it, or pressed anything in it, or left it,
/// they are elsewhere. Confined to the JavaFX thread.
public final class Whereabouts {
  private int moves;

  /// Of whoever is at `list`.
  public Whereabouts(Node list) {
    list.addEventFilter(ScrollEvent.SCROLL, scrolled -> moves++);
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> moves++);
    list.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> moves++);
    list.sceneProperty().subscribe(() -> moves++);
  }

  /// Does `work` with what comes later, as long as they are where they are now.
  public <T> Consumer<T> unlessElsewhere(Consumer<? super T> work) {
    int now = moves;
    return came -> {
      if (moves == now) {
        work.accept(came);
      }
    };
  }
}
