package org.tidings.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/// The wheel of a mouse. For use on the JavaFX thread.
public final class Wheel {
  private Wheel() {}

  /// Turns it at `node`, which goes on by so many pixels, down where that is above 0.
  public static void turn(Node node, double pixels) {
    ScrollEvent.HorizontalTextScrollUnits across = ScrollEvent.HorizontalTextScrollUnits.NONE;
    ScrollEvent.VerticalTextScrollUnits down = ScrollEvent.VerticalTextScrollUnits.NONE;
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            0,
            0,
            0,
            0,
            false,
            false,
            false,
            false,
            true,
            false,
            0,
            -pixels,
            0,
            -pixels,
            across,
            0,
            down,
            0,
            0,
            null));
  }
}
