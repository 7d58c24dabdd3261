package org.tidings.ui.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.FocusReturn;
import org.tidings.ui.control.Scrim;
import org.tidings.ui.control.Words;
import org.tidings.ui.settings.KeysPane;

/// All keys there are, above whatever screen there is; the keyboard stays in it until Escape, or a
/// click beside it, closes it. Confined to the JavaFX thread.
final class KeysSheet extends StackPane {
  private static final double WIDTH = 560;

  private final FocusReturn focus = new FocusReturn();
  private final ScrollPane keys = new ScrollPane();
  private final Button done = Buttons.plain("lightbox.close", this::close);

  KeysSheet() {
    setVisible(false);
    getStyleClass().add("keys-sheet");
    keys.setFitToWidth(true);
    keys.setFocusTraversable(true);
    keys.setAccessibleText(Texts.of("settings.keys"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  void open() {
    focus.remember(this);
    keys.setContent(new KeysPane());
    VBox sheet = new VBox(Words.of(Texts.of("settings.keys"), "dialog-title"), keys, done);
    sheet.getStyleClass().add("dialog");
    sheet.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    sheet.setAccessibleRole(AccessibleRole.DIALOG);
    sheet.setAccessibleText(Texts.of("settings.keys"));
    getChildren().setAll(new Scrim(this::close), sheet);
    setVisible(true);
    keys.requestFocus();
  }

  private void close() {
    setVisible(false);
    getChildren().clear();
    focus.giveBack();
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE || Shortcuts.isHelp(key)) {
      key.consume();
      close();
    } else if (key.getCode() == KeyCode.TAB) {
      key.consume();
      (keys.isFocused() ? done : keys).requestFocus();
    }
  }
}
