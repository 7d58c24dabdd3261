package org.tidings.ui.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.tidings.ui.common.Texts;
import org.tidings.ui.spelling.Spelling;

/// What can be done where the mouse or the caret is in an editor: other words for one that is
/// misspelt, and what every editor has. Confined to the JavaFX thread.
final class WritingMenu {
  private final CodeArea area;
  private final CaretWatch caret;
  private final SpellingMarks marks;
  private Optional<Spelling> spelling = Optional.empty();
  private BooleanSupplier takesPaste = () -> false;

  WritingMenu(CodeArea area, CaretWatch caret, SpellingMarks marks) {
    this.area = area;
    this.caret = caret;
    this.marks = marks;
    area.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
  }

  /// Has `by` suggest words.
  void suggest(Spelling by) {
    spelling = Optional.of(by);
  }

  /// Lets somebody else have what is pasted, who says whether they took it.
  void beforePaste(BooleanSupplier takes) {
    takesPaste = takes;
  }

  private void asked(ContextMenuEvent asked) {
    asked.consume();
    Point2D at = at(asked);
    TextPos spot =
        asked.isKeyboardTrigger()
            ? area.getCaretPosition()
            : area.getTextPosition(asked.getScreenX(), asked.getScreenY());
    Optional<SpellingMarks.Place> misspelt =
        Optional.ofNullable(spot).filter(place -> area.isEditable()).flatMap(marks::at);
    if (spelling.isPresent() && misspelt.isPresent()) {
      SpellingMarks.Place place = misspelt.get();
      Spelling by = spelling.get();
      String word = marks.text(place);
      by.suggest(word, words -> show(at, choices(by, place, word, words)));
    } else {
      show(at, List.of());
    }
  }

  private Point2D at(ContextMenuEvent asked) {
    Point2D mouse = new Point2D(asked.getScreenX(), asked.getScreenY());
    return asked.isKeyboardTrigger() ? caret.inScene().map(this::below).orElse(mouse) : mouse;
  }

  private Point2D below(Bounds inScene) {
    return area.localToScreen(area.sceneToLocal(inScene.getMinX(), inScene.getMaxY()));
  }

  private List<MenuItem> choices(
      Spelling by, SpellingMarks.Place place, String word, List<String> words) {
    List<MenuItem> choices = new ArrayList<>();
    for (String better : words) {
      choices.add(item(better, true, () -> replace(place, word, better)));
    }
    if (words.isEmpty()) {
      choices.add(item(Texts.of("spelling.none"), false, () -> {}));
    }
    choices.add(item(Texts.of("spelling.learn"), true, () -> by.learn(word)));
    choices.add(new SeparatorMenuItem());
    return choices;
  }

  /// Not where something else stands by now.
  private void replace(SpellingMarks.Place place, String word, String better) {
    if (marks.text(place).equals(word)) {
      area.select(area.replaceText(place.begin(), place.end(), better));
    }
  }

  private void show(Point2D at, List<MenuItem> first) {
    if (area.getScene() == null) {
      return;
    }
    boolean selected = area.hasNonEmptySelection();
    boolean editable = area.isEditable();
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(first);
    menu.getItems()
        .addAll(
            item(Texts.of("writing.cut"), selected && editable, area::cut),
            item(Texts.of("copy.copy"), selected, area::copy),
            item(Texts.of("writing.paste"), editable, this::paste),
            item(Texts.of("writing.all"), true, area::selectAll));
    // Of the area it would take the size of what is written.
    menu.show(area.getScene().getWindow(), at.getX(), at.getY());
  }

  private void paste() {
    if (!takesPaste.getAsBoolean()) {
      area.paste();
    }
  }

  private static MenuItem item(String words, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setDisable(!enabled);
    item.setOnAction(event -> action.run());
    return item;
  }
}
