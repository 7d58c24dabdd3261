package org.tidings.ui.search;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.MarkedRows;
import org.tidings.ui.picture.Pictures;

/// What was found, with a title above each section. The keyboard stays in the field above: the row
/// that Enter opens is marked. Confined to the JavaFX thread.
final class FoundList extends ScrollPane {
  private final PaletteViewModel model;
  private final InstantSource clock;
  private final Pictures pictures;
  private final MarkedRows column = new MarkedRows(Texts.of("search.found"), "found");
  private final List<FindingRow> rows = new ArrayList<>();
  private List<Finding> shown = List.of();

  FoundList(PaletteViewModel model, InstantSource clock, Pictures pictures) {
    this.model = model;
    this.clock = clock;
    this.pictures = pictures;
    setContent(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    getStyleClass().addAll("scroll-column", "found-scroll");
    model.findings().subscribe(this::show);
    model.markedProperty().subscribe(marked -> mark());
    vvalueProperty().subscribe(at -> readOn(at.doubleValue()));
    show();
  }

  /// Of texts that wrap, the height follows the width.
  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? getWidth() : width;
    double inner = wide - snappedLeftInset() - snappedRightInset();
    return Math.ceil(column.prefHeight(inner)) + snappedTopInset() + snappedBottomInset() + 1;
  }

  /// The row that Enter opens.
  Optional<FindingRow> marked() {
    int marked = model.markedProperty().get();
    return marked < rows.size() ? Optional.of(rows.get(marked)) : Optional.empty();
  }

  /// Where there are only more than before, whoever scrolls stays where they are.
  private void show() {
    List<Finding> findings = List.copyOf(model.findings());
    boolean goesOn =
        !shown.isEmpty()
            && findings.size() > shown.size()
            && findings.subList(0, shown.size()).equals(shown);
    if (!goesOn) {
      rows.clear();
      column.getChildren().clear();
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = rows.size(); i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (i == 0 || finding.section() != findings.get(i - 1).section()) {
        nodes.add(title(finding.section()));
      }
      nodes.add(row(finding, i));
    }
    column.getChildren().addAll(nodes);
    shown = findings;
    if (!goesOn) {
      mark();
    }
  }

  private FindingRow row(Finding finding, int index) {
    FindingRow row = new FindingRow(finding, clock.instant(), pictures);
    Clickable.mouse(row, () -> model.go(finding));
    row.setOnMouseMoved(moved -> model.mark(index));
    rows.add(row);
    return row;
  }

  private static Label title(Finding.Section section) {
    String key = "search.section." + section.name().toLowerCase(Locale.ROOT);
    Label title = new Label(Texts.of(key));
    title.getStyleClass().add("found-title");
    return title;
  }

  private void mark() {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).mark(i == model.markedProperty().get());
    }
    // Where rows have just come, they have their places after the next layout.
    FxThread.soon(() -> marked().ifPresent(this::bringIntoView));
  }

  private void bringIntoView(FindingRow marked) {
    Bounds row = marked.getBoundsInParent();
    double hidden = column.getHeight() - getViewportBounds().getHeight();
    double top = getVvalue() * Math.max(0, hidden);
    double from = marked.equals(rows.getFirst()) ? 0 : row.getMinY();
    if (hidden > 0 && from < top) {
      setVvalue(from / hidden);
    } else if (hidden > 0 && row.getMaxY() > top + getViewportBounds().getHeight()) {
      setVvalue((row.getMaxY() - getViewportBounds().getHeight()) / hidden);
    }
  }

  private void readOn(double at) {
    if (at >= 1 && column.getHeight() > getViewportBounds().getHeight()) {
      model.more();
    }
  }
}
