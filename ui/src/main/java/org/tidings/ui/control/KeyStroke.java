package org.tidings.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The key that is struck within a node, once for as long as it is held down. What it does is best
/// done when its character has come: where the keyboard leads to a text then, the character is not
/// written into it. Confined to the JavaFX thread.
final class KeyStroke {
  private @Nullable KeyCode held;
  private @Nullable KeyCode struck;

  KeyStroke(Node within) {
    within.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    within.addEventHandler(KeyEvent.KEY_RELEASED, key -> held = null);
    within.focusWithinProperty().subscribe(here -> held = null);
  }

  /// Whether no other key is held down with it that changes what it means.
  static boolean isAlone(KeyEvent key) {
    return !key.isShiftDown() && !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
  }

  private void press(KeyEvent key) {
    struck = isAlone(key) && key.getCode() != held ? key.getCode() : null;
    held = key.getCode();
  }

  /// The key whose character comes now, unless that comes again and again.
  Optional<KeyCode> take() {
    Optional<KeyCode> key = Optional.ofNullable(struck);
    struck = null;
    return key;
  }
}
