package org.tidings.ui.writing;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.shape.Path;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;

/// Follows the caret of an editor. Confined to the JavaFX thread.
final class CaretWatch {
  private final CodeArea area;
  private final ReadOnlyObjectWrapper<Optional<Caret>> caret =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper composing = new ReadOnlyBooleanWrapper();

  CaretWatch(CodeArea area) {
    this.area = area;
    area.selectionProperty().subscribe(this::look);
    area.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        typed -> composing.set(!typed.getComposed().isEmpty()));
    area.focusedProperty().subscribe(focused -> composing.set(false));
  }

  /// Where the person writes; empty while something is selected.
  ReadOnlyObjectProperty<Optional<Caret>> caretProperty() {
    return caret.getReadOnlyProperty();
  }

  /// Whether an input method is putting a word together, and has the keys for it.
  ReadOnlyBooleanProperty composingProperty() {
    return composing.getReadOnlyProperty();
  }

  /// What comes now did not come from the keys.
  void forget() {
    caret.set(Optional.empty());
    look();
  }

  private void look() {
    if (!composing.get()) {
      caret.set(now());
    }
  }

  private Optional<Caret> now() {
    TextPos at = area.getCaretPosition();
    if (at == null || area.hasNonEmptySelection() || at.index() >= area.getParagraphCount()) {
      return Optional.empty();
    }
    String line = area.getPlainText(at.index());
    int offset = Math.min(at.offset(), line.length());
    return Optional.of(new Caret(at.index(), line.substring(0, offset), line.substring(offset)));
  }

  /// Where it is in the window, as far as it is drawn.
  Optional<Bounds> inScene() {
    return area.lookup(".caret") instanceof Path path && !path.getElements().isEmpty()
        ? Optional.of(path.localToScene(path.getLayoutBounds()))
        : Optional.empty();
  }

  /// Has characters stand at the caret, instead of what is selected.
  void insert(String text) {
    SelectionSegment selected = area.getSelection();
    area.select(area.replaceText(selected.getMin(), selected.getMax(), text));
  }

  /// Has other characters stand in the place of those before the caret.
  void replaceBefore(int characters, String text) {
    TextPos end = area.getCaretPosition();
    TextPos start = TextPos.ofLeading(end.index(), Math.max(0, end.offset() - characters));
    area.select(area.replaceText(start, end, text));
  }
}
