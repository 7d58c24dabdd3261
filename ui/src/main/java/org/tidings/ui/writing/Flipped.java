package org.tidings.ui.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.tidings.ui.text.Mirror;

/// Where a line starts from the right, a `CodeArea` draws caret, selection and underlines as far
/// from its left end as they should be from its right. Here they are put right, after each layout.
/// Confined to the JavaFX thread.
final class Flipped {
  private final CodeArea area;

  /// What has been put right, and is not to be again.
  private final Map<Path, List<PathElement>> done = new WeakHashMap<>();

  private Flipped(CodeArea area) {
    this.area = area;
  }

  /// Keeps what `area` draws right. Its own direction no longer follows the window's, as the area
  /// draws nothing at all where that starts from the right.
  static void in(CodeArea area) {
    area.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    AfterLayout.of(area, new Flipped(area)::putRight);
  }

  private void putRight() {
    List<TextFlow> lines = nodes("TextFlow", TextFlow.class).filter(Mirror::isNeeded).toList();
    if (lines.isEmpty()) {
      return;
    }
    lines.forEach(Flipped::putUnderlines);
    Stream.of(".caret", ".selection-highlight")
        .flatMap(style -> nodes(style, Path.class))
        .forEach(path -> putRight(path, lines));
  }

  private <N extends Node> Stream<N> nodes(String selector, Class<N> type) {
    return area.lookupAll(selector).stream().filter(type::isInstance).map(type::cast);
  }

  private static void putUnderlines(TextFlow line) {
    for (Node node : line.getChildren()) {
      if (node instanceof Path) {
        Mirror.put(node, line);
      }
    }
  }

  private void putRight(Path path, List<TextFlow> lines) {
    List<PathElement> drawn = List.copyOf(path.getElements());
    if (drawn.equals(done.get(path))) {
      return;
    }
    List<PathElement> right = new ArrayList<>();
    List<PathElement> figure = new ArrayList<>();
    for (PathElement element : drawn) {
      if (element instanceof MoveTo) {
        right.addAll(flipped(figure, path, lines));
        figure.clear();
      }
      figure.add(element);
    }
    right.addAll(flipped(figure, path, lines));
    path.getElements().setAll(right);
    done.put(path, List.copyOf(right));
  }

  /// The same figure at the other side, if it belongs to one of `lines`.
  private static List<PathElement> flipped(
      List<PathElement> figure, Path path, List<TextFlow> lines) {
    double middle =
        figure.stream()
            .flatMap(element -> y(element).stream())
            .mapToDouble(y -> y)
            .average()
            .orElse(0);
    Optional<Bounds> line =
        lines.stream()
            .map(flow -> path.sceneToLocal(flow.localToScene(flow.getLayoutBounds())))
            .filter(bounds -> bounds.getMinY() <= middle && middle < bounds.getMaxY())
            .findFirst();
    return line.map(bounds -> flipped(figure, bounds.getMinX() + bounds.getMaxX())).orElse(figure);
  }

  private static List<PathElement> flipped(List<PathElement> figure, double both) {
    return figure.stream()
        .map(
            element ->
                switch (element) {
                  case MoveTo to -> new MoveTo(both - to.getX(), to.getY());
                  case LineTo to -> new LineTo(both - to.getX(), to.getY());
                  default -> element;
                })
        .toList();
  }

  private static Optional<Double> y(PathElement element) {
    return switch (element) {
      case MoveTo to -> Optional.of(to.getY());
      case LineTo to -> Optional.of(to.getY());
      default -> Optional.empty();
    };
  }
}
