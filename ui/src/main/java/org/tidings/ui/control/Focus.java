package org.tidings.ui.control;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Where the keyboard is. Confined to the JavaFX thread.
public final class Focus {
  private static final double MARGIN = 16;

  private Focus() {}

  /// Whether it is at `part` or at something in it, though the window itself may be behind another.
  public static boolean isIn(Node part) {
    Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
    while (at != null && !at.equals(part)) {
      at = at.getParent();
    }
    return at != null;
  }

  /// Brings what gets the focus within `scroll` into view.
  public static void keepInView(ScrollPane scroll) {
    scroll
        .sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(
            focused -> {
              if (focused != null && isIn(scroll.getContent())) {
                bringIntoView(scroll, place(scroll, focused));
              }
            });
  }

  private static Bounds place(ScrollPane scroll, Node part) {
    return scroll.getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
  }

  /// Brings `part` of what `scroll` shows into view; of a part too high for it, the end.
  static void bringEndIntoView(ScrollPane scroll, Node part) {
    Bounds all = place(scroll, part);
    double most = scroll.getViewportBounds().getHeight() - 2 * MARGIN;
    double high = Math.clamp(all.getHeight(), 0, Math.max(0, most));
    bringIntoView(
        scroll, new BoundingBox(all.getMinX(), all.getMaxY() - high, all.getWidth(), high));
  }

  private static void bringIntoView(ScrollPane scroll, Bounds at) {
    Node content = scroll.getContent();
    double seen = scroll.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - seen;
    if (hidden <= 0) {
      return;
    }
    double top = scroll.getVvalue() * hidden;
    if (at.getMinY() < top) {
      scroll.setVvalue(Math.max(0, at.getMinY() - MARGIN) / hidden);
    } else if (at.getMaxY() > top + seen) {
      scroll.setVvalue(Math.min(1, (at.getMaxY() - seen + MARGIN) / hidden));
    }
  }
}
