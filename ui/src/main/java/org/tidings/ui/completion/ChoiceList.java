package org.tidings.ui.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.MarkedRows;
import org.tidings.ui.picture.Pictures;

/// What can be chosen. The keyboard stays where one writes: the row that Enter takes is marked.
/// Confined to the JavaFX thread.
final class ChoiceList extends ScrollPane {
  private final CompletionViewModel model;
  private final Pictures pictures;
  private final Consumer<Choice> chosen;
  private final MarkedRows column =
      new MarkedRows(Texts.of("completion.choices"), "choices-column");
  private final List<ChoiceRow> rows = new ArrayList<>();

  /// @param chosen told which of them was clicked on
  ChoiceList(CompletionViewModel model, Pictures pictures, Consumer<Choice> chosen) {
    this.model = model;
    this.pictures = pictures;
    this.chosen = chosen;
    // A pane that scrolls takes the keyboard when it is pressed on.
    column.addEventHandler(MouseEvent.MOUSE_PRESSED, Event::consume);
    setContent(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setManaged(false);
    getStyleClass().addAll("scroll-column", "choices");
    model.choices().subscribe(this::show);
    model.markedProperty().subscribe(marked -> mark());
    show();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width - snappedLeftInset() - snappedRightInset();
    return Math.ceil(column.prefHeight(inner)) + snappedTopInset() + snappedBottomInset() + 1;
  }

  /// The row that Enter takes.
  Optional<ChoiceRow> marked() {
    int marked = model.markedProperty().get();
    return marked < rows.size() ? Optional.of(rows.get(marked)) : Optional.empty();
  }

  private void show() {
    rows.clear();
    for (int i = 0; i < model.choices().size(); i++) {
      rows.add(row(model.choices().get(i), i));
    }
    column.getChildren().setAll(rows);
    mark();
  }

  private ChoiceRow row(Choice choice, int index) {
    ChoiceRow row = new ChoiceRow(choice, pictures);
    Clickable.mouse(row, () -> chosen.accept(choice));
    row.setOnMouseMoved(moved -> model.mark(index));
    return row;
  }

  private void mark() {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).mark(i == model.markedProperty().get());
    }
    // Where rows have just come, they have their places after the next layout.
    FxThread.soon(() -> marked().ifPresent(this::bringIntoView));
  }

  private void bringIntoView(ChoiceRow row) {
    Bounds bounds = row.getBoundsInParent();
    double seen = getViewportBounds().getHeight();
    double hidden = column.getHeight() - seen;
    double top = getVvalue() * Math.max(0, hidden);
    if (hidden > 0 && bounds.getMinY() < top) {
      setVvalue(bounds.getMinY() / hidden);
    } else if (hidden > 0 && bounds.getMaxY() > top + seen) {
      setVvalue((bounds.getMaxY() - seen) / hidden);
    }
  }
}
