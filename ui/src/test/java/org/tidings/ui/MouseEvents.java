package org.tidings.ui;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What the mouse does, for nodes that are in no window.
public final class MouseEvents {
  private MouseEvents() {}

  /// At the corner of a node, with no keys held.
  public static MouseEvent of(EventType<MouseEvent> type, MouseButton button) {
    int clicks = button == MouseButton.NONE ? 0 : 1;
    return new MouseEvent(
        type, 0, 0, 0, 0, button, clicks, false, false, false, false, false, false, false, false,
        false, true, null);
  }
}
