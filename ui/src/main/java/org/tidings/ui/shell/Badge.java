package org.tidings.ui.shell;

import javafx.scene.control.Label;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Shown;

/// A small number of things that wait; not there while nothing does. Confined to the JavaFX thread.
final class Badge extends Label {
  private static final int MOST = 99;

  Badge() {
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("rail-badge");
    show(0);
  }

  void show(int count) {
    Shown.when(count > 0, this);
    setText(count > MOST ? Texts.of("rail.many") : String.valueOf(count));
  }
}
