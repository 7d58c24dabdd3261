package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.text.FlowText;

/// A table. Each column is as wide as its words on one line; where there is no room for that, the
/// widest give way, and what is in them wraps. Confined to the JavaFX thread.
final class TableGrid extends Pane {
  /// Neighbours share the line between them.
  private static final double LINE = 1;

  private final int columns;
  private final List<List<BlockBox>> rows = new ArrayList<>();
  private final KnownHeight known = new KnownHeight();

  /// How wide each column would be; not known where something has changed.
  private double @Nullable [] wanted;

  TableGrid(int columns) {
    this.columns = columns;
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("md-table");
  }

  /// @param row a cell for each column
  void add(List<BlockBox> row) {
    rows.add(row);
    getChildren().addAll(row);
  }

  @Override
  public void requestLayout() {
    known.forget();
    wanted = null;
    super.requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Arrays.stream(wanted()).map(column -> column - LINE).sum() + LINE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return known.of(width, this::heightWithin);
  }

  private double heightWithin(double width) {
    double[] widths = widths(width < 0 ? Double.MAX_VALUE : width);
    return rows.stream().mapToDouble(row -> height(row, widths) - LINE).sum() + LINE;
  }

  private double[] wanted() {
    double[] now = wanted;
    if (now == null) {
      now = new double[columns];
      for (int column = 0; column < columns; column++) {
        now[column] = widest(column);
      }
      wanted = now;
    }
    return now;
  }

  private double widest(int column) {
    return rows.stream()
        .mapToDouble(row -> snapSizeX(row.get(column).prefWidth(-1)))
        .max()
        .orElse(0);
  }

  /// Those that want less than their share leave the rest to the others.
  private double[] widths(double room) {
    double[] widths = wanted().clone();
    double[] sorted = widths.clone();
    Arrays.sort(sorted);
    double left = room - LINE;
    double share = left;
    for (int i = 0; i < columns; i++) {
      share = left / (columns - i);
      if (sorted[i] - LINE > share) {
        break;
      }
      left -= sorted[i] - LINE;
    }
    for (int column = 0; column < columns; column++) {
      if (widths[column] - LINE > share) {
        widths[column] = Math.max(narrowest(column), Math.floor(share) + LINE);
      }
    }
    return widths;
  }

  /// Some words cannot be cut.
  private double narrowest(int column) {
    return rows.stream().mapToDouble(row -> narrowest(row.get(column))).max().orElse(0);
  }

  private static double narrowest(BlockBox cell) {
    double words =
        cell.getChildren().stream()
            .mapToDouble(node -> node instanceof FlowText flow ? flow.narrowest() : 0)
            .max()
            .orElse(0);
    return cell.snappedLeftInset() + words + cell.snappedRightInset();
  }

  private static double height(List<BlockBox> row, double[] widths) {
    double height = 0;
    for (int column = 0; column < widths.length; column++) {
      height = Math.max(height, row.get(column).prefHeight(widths[column]));
    }
    return height;
  }

  @Override
  protected void layoutChildren() {
    double[] widths = widths(getWidth());
    double y = 0;
    for (List<BlockBox> row : rows) {
      double height = height(row, widths);
      double x = 0;
      for (int column = 0; column < columns; column++) {
        row.get(column).resizeRelocate(x, y, widths[column], height);
        x += widths[column] - LINE;
      }
      y += height - LINE;
    }
  }
}
