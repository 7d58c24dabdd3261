package org.tidings.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Words that come up at a control while the mouse rests on it. Confined to the JavaFX thread.
public final class Tip {
  private Tip() {}

  /// Says `words` there, and to a screen reader as help; others, where that help is changed. A
  /// tooltip is a window with a scene of its own, and few are ever seen: it is made when the mouse
  /// is first there.
  public static void on(Control control, String words) {
    control.setAccessibleHelp(words);
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        event -> {
          if (control.getTooltip() == null) {
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(control.accessibleHelpProperty());
            control.setTooltip(tip);
          }
        });
  }
}
