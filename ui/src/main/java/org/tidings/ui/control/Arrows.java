package org.tidings.ui.control;

import java.util.Optional;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What arrow keys do where one of several is chosen. For use on the JavaFX thread.
public final class Arrows {
  private Arrows() {}

  /// Has arrows lead from `toggle` to what is beside it, as they do from any button. JavaFX would
  /// choose what they lead to, without running its action: it would look chosen, and not be.
  public static void lead(ToggleButton toggle) {
    toggle.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key ->
            direction(key)
                .ifPresent(
                    direction -> {
                      key.consume();
                      toggle.requestFocusTraversal(direction);
                    }));
  }

  private static Optional<TraversalDirection> direction(KeyEvent key) {
    return KeyStroke.isAlone(key) ? direction(key.getCode()) : Optional.empty();
  }

  private static Optional<TraversalDirection> direction(KeyCode arrow) {
    return switch (arrow) {
      case LEFT -> Optional.of(TraversalDirection.LEFT);
      case RIGHT -> Optional.of(TraversalDirection.RIGHT);
      case UP -> Optional.of(TraversalDirection.UP);
      case DOWN -> Optional.of(TraversalDirection.DOWN);
      default -> Optional.empty();
    };
  }
}
