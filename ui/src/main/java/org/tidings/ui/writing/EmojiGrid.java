package org.tidings.ui.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Tip;

/// Emoji in rows, to be clicked on; only those in view exist as nodes. The keyboard stays in the
/// field above: the one that Enter takes is marked. Confined to the JavaFX thread.
final class EmojiGrid extends ListView<EmojiRow> {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final EmojiChoices choices;
  private final String with;
  private final Consumer<String> chosen;
  private final List<Row> made = new ArrayList<>();

  /// @param with key of what is done with the one that is chosen
  /// @param chosen told which
  EmojiGrid(EmojiChoices choices, String with, Consumer<String> chosen) {
    super(choices.rows());
    this.choices = choices;
    this.with = with;
    this.chosen = chosen;
    setFocusTraversable(false);
    setAccessibleText(Texts.of("emoji.all"));
    getStyleClass().add("emoji-grid");
    setCellFactory(list -> make());
    choices.markedProperty().subscribe(this::show);
  }

  private Row make() {
    Row row = new Row();
    made.add(row);
    return row;
  }

  private void show(Optional<EmojiChoices.Spot> marked) {
    marked.ifPresent(spot -> bringIntoView(spot.row()));
    made.forEach(Row::mark);
  }

  private void bringIntoView(int row) {
    boolean isSeen = made.stream().anyMatch(one -> one.getIndex() == row && isWhole(one));
    if (!isSeen) {
      // With what is above it, be it a title.
      scrollTo(Math.max(0, row - 1));
      layout();
    }
  }

  private boolean isWhole(Node row) {
    double top = sceneToLocal(row.localToScene(0, 0)).getY();
    return row.isVisible() && top >= 0 && top + row.getLayoutBounds().getHeight() <= getHeight();
  }

  /// The one that is marked, as it is drawn.
  Optional<Node> marked() {
    return choices
        .markedProperty()
        .get()
        .flatMap(
            spot ->
                made.stream()
                    .filter(row -> row.getIndex() == spot.row())
                    .findFirst()
                    .map(row -> row.buttons.get(spot.column())));
  }

  /// Comes to a row.
  void goTo(int row) {
    scrollTo(row);
    FxThread.soon(() -> choices.markBelow(row));
  }

  private Button button(String emoji) {
    Button button = new Button("", new NameLabel(emoji));
    button.setFocusTraversable(false);
    button.setAccessibleText(Texts.of(with, emoji));
    Tip.on(button, EmojiChoices.name(emoji));
    button.getStyleClass().add("emoji-choice");
    button.setOnAction(event -> chosen.accept(emoji));
    return button;
  }

  /// A title, or some emoji.
  private final class Row extends ListCell<EmojiRow> {
    private List<Button> buttons = List.of();

    @Override
    protected void updateItem(@Nullable EmojiRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        buttons = List.of();
        setGraphic(null);
        setAccessibleText(null);
      } else {
        show(row);
      }
    }

    private void show(EmojiRow row) {
      switch (row) {
        case EmojiRow.Title(String key) -> {
          buttons = List.of();
          Label title = new Label(Texts.of(key));
          title.getStyleClass().add("found-title");
          setGraphic(title);
          setAccessibleText(title.getText());
        }
        case EmojiRow.Some(var emoji) -> {
          buttons = emoji.stream().map(EmojiGrid.this::button).toList();
          HBox line = new HBox();
          line.getChildren().setAll(buttons);
          setGraphic(line);
          setAccessibleText(
              emoji.stream().map(EmojiChoices::name).collect(Collectors.joining(", ")));
          mark();
        }
      }
    }

    void mark() {
      Optional<EmojiChoices.Spot> spot = choices.markedProperty().get();
      for (int column = 0; column < buttons.size(); column++) {
        boolean isMarked = spot.equals(Optional.of(new EmojiChoices.Spot(getIndex(), column)));
        buttons.get(column).pseudoClassStateChanged(MARKED, isMarked);
      }
    }
  }
}
