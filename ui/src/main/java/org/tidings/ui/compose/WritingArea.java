package org.tidings.ui.compose;

import java.util.function.BooleanSupplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.tidings.ui.completion.Completion;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.writing.Editor;
import org.tidings.ui.writing.EmojiPicker;
import org.tidings.ui.writing.TypedAhead;

/// Where a text is written, with people, channels and emoji offered; Ctrl+Enter posts it. Confined
/// to the JavaFX thread.
final class WritingArea extends StackPane {
  private static final KeyCombination POST =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final Editor editor;
  private final Preferences preferences;

  /// @param pictures those of people one may mention
  /// @param mostLines grows with its text up to here; 0 to take the room it is given
  /// @param post what Ctrl+Enter does
  WritingArea(
      ComposeViewModel model, Pictures pictures, String promptKey, int mostLines, Runnable post) {
    preferences = model.preferences();
    Draft draft = model.draft();
    editor = new Editor(draft.textProperty(), promptKey, mostLines);
    editor.prompt(promptKey);
    editor.check(model.spelling());
    editor.editableProperty().bind(draft.loadedProperty().and(model.publishingProperty().not()));
    addEventFilter(KeyEvent.KEY_PRESSED, key -> draft.load());
    addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, post));
    addEventFilter(MouseEvent.MOUSE_PRESSED, click -> draft.load());
    new Completion(
            editor,
            model.completion(),
            pictures,
            completed -> editor.replaceBefore(completed.replaced(), completed.text()))
        .listen();
    getChildren().setAll(editor);
    getStyleClass().add("writing-area");
  }

  /// Lets somebody else have what is pasted from the menu, who says whether they took it.
  void beforePaste(BooleanSupplier takes) {
    editor.beforePaste(takes);
  }

  /// Lets the person write, after what stands there already.
  void focusText() {
    editor.focusText();
  }

  /// Types here what was typed before this was here.
  void type(TypedAhead ahead) {
    editor.type(ahead);
  }

  /// The button that puts an emoji where the caret is. Whoever chooses none writes on.
  Button emoji() {
    Button button = EmojiPicker.opener("compose.emoji", Side.TOP, this::picker);
    button.disableProperty().bind(editor.editableProperty().not());
    return button;
  }

  private EmojiPicker picker(Button opener) {
    EmojiPicker picker = new EmojiPicker("compose.emoji.with", preferences, this::insert);
    picker.setOnHidden(
        hidden -> {
          if (opener.isFocused()) {
            editor.focusText();
          }
        });
    return picker;
  }

  private void insert(String emoji) {
    editor.focusText();
    editor.insert(emoji);
  }

  private static void pressed(KeyEvent key, Runnable post) {
    if (POST.match(key)) {
      key.consume();
      post.run();
    }
  }
}
