package org.tidings.ui.control;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
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

  /// Makes what is in `part` anew. Whoever was at something in it is then at what is called the
  /// same, or else at what came in its place.
  ///
  /// @param otherwise takes the focus where nothing is left in `part` that can have it
  public static void stayIn(Parent part, Runnable remake, Runnable otherwise) {
    List<Node> before = stops(part).toList();
    Optional<Node> left = before.stream().filter(Focus::isIn).findFirst();
    remake.run();
    left.ifPresent(
        going ->
            successor(going, before.indexOf(going), stops(part).toList())
                .ifPresentOrElse(Node::requestFocus, otherwise));
  }

  /// What can have the keyboard in `part` and is called as `left`, which was there.
  static Optional<Node> calledAlike(Node part, Node left) {
    return calledAlike(left, stops(part).toList());
  }

  private static Optional<Node> calledAlike(Node left, List<Node> stops) {
    return stops.stream()
        .filter(stop -> !name(stop).isEmpty() && name(stop).equals(name(left)))
        .findFirst();
  }

  private static Optional<Node> successor(Node left, int place, List<Node> stops) {
    return calledAlike(left, stops)
        .or(
            () ->
                stops.isEmpty()
                    ? Optional.empty()
                    : Optional.of(stops.get(Math.min(place, stops.size() - 1))));
  }

  private static Stream<Node> stops(Node part) {
    if (!part.isVisible() || part.isDisabled()) {
      return Stream.empty();
    }
    if (part.isFocusTraversable()) {
      return Stream.of(part);
    }
    return part instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(Focus::stops)
        : Stream.empty();
  }

  private static String name(Node stop) {
    String shown = stop instanceof Labeled labeled ? labeled.getText() : "";
    return Objects.requireNonNullElse(
        stop.getAccessibleText(), Objects.requireNonNullElse(shown, ""));
  }

  /// Brings what gets the focus within `scroll` into view.
  public static void keepInView(ScrollPane scroll) {
    scroll
        .sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(
            focused -> {
              if (focused != null && isIn(scroll.getContent())) {
                bringIntoView(scroll, focused);
              }
            });
  }

  /// Brings `part` of what `scroll` shows into view.
  public static void bringIntoView(ScrollPane scroll, Node part) {
    bringIntoView(scroll, place(scroll, part));
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
