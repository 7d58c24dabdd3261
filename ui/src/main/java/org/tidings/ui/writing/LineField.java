package org.tidings.ui.writing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.tidings.ui.common.FxThread;

/// Where a name or a few words are written: one line, wrapped where it is long, emoji and all. What
/// is pasted loses its line ends; past the longest nothing can be typed, and of what is pasted the
/// end is cut. Confined to the JavaFX thread.
public final class LineField extends StackPane {
  /// As many as the 24 words of a key take.
  private static final int MOST_LINES = 5;

  private final StringProperty text;
  private final int longest;
  private final Editor editor;

  /// Of any length.
  ///
  /// @param name key of what a screen reader says
  /// @param enter what Enter does
  public LineField(StringProperty text, String name, Runnable enter) {
    this(text, name, Integer.MAX_VALUE, enter);
  }

  /// @param longest how many characters may be written
  public LineField(StringProperty text, String name, int longest, Runnable enter) {
    this.text = text;
    this.longest = longest;
    editor = new Editor(text, name, MOST_LINES);
    CodeArea area = editor.area();
    area.setAccessibleRole(AccessibleRole.TEXT_FIELD);
    // As in every field, what is reached by keyboard is typed over.
    area.focusVisibleProperty()
        .subscribe(
            byKeyboard -> {
              if (byKeyboard) {
                selectAll();
              }
            });
    text.subscribe(this::changed);
    addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, enter));
    addEventHandler(MouseEvent.MOUSE_PRESSED, beside -> editor.focusText());
    getChildren().setAll(editor);
    getStyleClass().addAll("writing-frame", "line-field");
  }

  /// Says, while nothing is written, what might be.
  public void prompt(String key) {
    editor.prompt(key);
  }

  /// The place itself, for what is offered beside it.
  public Editor editor() {
    return editor;
  }

  public BooleanProperty editableProperty() {
    return editor.editableProperty();
  }

  /// Lets the person write over what stands there.
  public void enter() {
    editor.focusText();
    selectAll();
  }

  /// Only what is in the window and laid out can be marked.
  private void selectAll() {
    FxThread.soon(
        () -> {
          if (getScene() != null) {
            editor.area().select(TextPos.ZERO, editor.area().getDocumentEnd());
          }
        });
  }

  private static void pressed(KeyEvent key, Runnable enter) {
    if (key.getCode() == KeyCode.ENTER) {
      key.consume();
      enter.run();
    }
  }

  /// The area is still telling of its change, so what does not fit is mended a moment later.
  private void changed(String before, String now) {
    String fitting = fitting(before, now);
    if (!fitting.equals(now)) {
      FxThread.soon(() -> mend(now, fitting));
    }
  }

  private void mend(String unfit, String fitting) {
    if (text.get().equals(unfit)) {
      text.set(fitting);
    }
  }

  private String fitting(String before, String now) {
    String line = now.replaceAll("\\s*\\R\\s*", " ");
    int most = Math.max(longest, before.length());
    return line.length() <= most ? line : cut(before, line, most);
  }

  /// Of what has come between what stood there before, only as much as there is room for.
  private static String cut(String before, String line, int most) {
    int shorter = Math.min(before.length(), line.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == line.charAt(start)) {
      start++;
    }
    int rest = 0;
    while (rest < shorter - start
        && before.charAt(before.length() - 1 - rest) == line.charAt(line.length() - 1 - rest)) {
      rest++;
    }
    int end = most - rest;
    boolean halves = end > start && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, halves ? end - 1 : end) + line.substring(line.length() - rest);
  }
}
