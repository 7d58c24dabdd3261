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
    whenMoved(list, () -> moves++);
    list.sceneProperty().subscribe(() -> moves++);
  }

  /// Runs `moved` whenever somebody scrolls in `list` or presses anything in it, before that does
  /// what it does there.
  static void whenMoved(Node list, Runnable moved) {
    list.addEventFilter(ScrollEvent.SCROLL, scrolled -> moved.run());
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> moved.run());
    list.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> moved.run());
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
