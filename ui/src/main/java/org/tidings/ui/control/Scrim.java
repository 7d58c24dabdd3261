package org.tidings.ui.control;

import javafx.scene.layout.Region;

/// What dims the screen behind something in front of it. Confined to the JavaFX thread.
public final class Scrim extends Region {
  /// One that covers what is below it.
  ///
  /// @param clicked what a click beside what is in front does
  public Scrim(Runnable clicked) {
    getStyleClass().add("scrim");
    Clickable.mouse(this, clicked);
  }
}
