package org.tidings.ui.shell;

import javafx.scene.control.Label;
import org.tidings.ui.common.Texts;

/// A small number of things that wait; not to be seen while nothing does, but its room stays, so
/// that nothing moves. Confined to the JavaFX thread.
final class Badge extends Label {
  private static final int MOST = 99;

  Badge() {
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("rail-badge");
    show(0);
  }

  void show(int count) {
    setVisible(count > 0);
    setText(count > MOST ? Texts.of("rail.many") : String.valueOf(count));
  }
}
