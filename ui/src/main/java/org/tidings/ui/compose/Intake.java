package org.tidings.ui.compose;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.control.Buttons;

/// The ways in which pictures and files come to a text: a button, pasting, and dropping them onto
/// where it is written. Confined to the JavaFX thread.
final class Intake {
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final ComposeViewModel model;

  Intake(ComposeViewModel model) {
    this.model = model;
  }

  Button button() {
    Button button = Buttons.icon(Feather.IMAGE, "attach.choose", model.attaching()::choose);
    button.disableProperty().bind(model.publishingProperty());
    return button;
  }

  /// Pictures and files that are pasted or dropped here are taken; words are left to who writes.
  void listen(Node node) {
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    node.addEventFilter(DragEvent.DRAG_OVER, this::over);
    node.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void pressed(KeyEvent key) {
    if (PASTE.match(key) && paste()) {
      key.consume();
    }
  }

  /// Takes the picture or the files that were copied last. Returns whether there were any.
  boolean paste() {
    return take(Clipboard.getSystemClipboard());
  }

  private void over(DragEvent drag) {
    if (holds(drag.getDragboard())) {
      drag.acceptTransferModes(TransferMode.COPY);
      drag.consume();
    }
  }

  private void dropped(DragEvent drop) {
    if (take(drop.getDragboard())) {
      drop.setDropCompleted(true);
      drop.consume();
    }
  }

  private static boolean holds(Clipboard board) {
    return board.hasFiles() || (board.hasImage() && !board.hasString());
  }

  private boolean take(Clipboard board) {
    if (model.publishingProperty().get() || !holds(board)) {
      return false;
    }
    if (board.hasFiles()) {
      List<File> files = board.getFiles();
      model.attaching().files(files.stream().map(File::toPath).toList());
    } else {
      model.attaching().picture(board.getImage());
    }
    return true;
  }
}
