package org.tidings.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// A name and what is said of it, one behind the other; on several lines where there is little
/// room. No part is wider than all the room. Confined to the JavaFX thread.
///
/// Other than a [FlowPane], whose parts know no width but their own, it is as high as its parts
/// are at the width it is asked about.
public final class WrappedLine extends FlowPane {
  public WrappedLine(Node... parts) {
    super(parts);
  }

  private List<List<Node>> lines(double room) {
    List<List<Node>> lines = new ArrayList<>();
    double left = 0;
    for (Node part : getManagedChildren()) {
      double wide = widthOf(part, room);
      if (lines.isEmpty() || left + wide > room) {
        lines.add(new ArrayList<>());
        left = 0;
      }
      lines.getLast().add(part);
      left += wide + getHgap();
    }
    return lines;
  }

  private double widthOf(Node part, double room) {
    return Math.min(room, snapSizeX(part.prefWidth(-1)));
  }

  private double heightOf(List<Node> line, double room) {
    return line.stream()
        .mapToDouble(part -> snapSizeY(part.prefHeight(widthOf(part, room))))
        .max()
        .orElse(0);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? Double.MAX_VALUE : width;
    return lines(room).stream().mapToDouble(line -> heightOf(line, room)).sum();
  }

  /// In the middle of a line: asked for its baseline before it has a width, a text breaks within a
  /// word (decision 0002).
  @Override
  protected void layoutChildren() {
    double room = getWidth();
    double top = 0;
    for (List<Node> line : lines(room)) {
      double high = heightOf(line, room);
      double left = 0;
      for (Node part : line) {
        double wide = widthOf(part, room);
        layoutInArea(part, left, top, wide, high, 0, HPos.LEFT, VPos.CENTER);
        left += wide + getHgap();
      }
      top += high;
    }
  }
}
