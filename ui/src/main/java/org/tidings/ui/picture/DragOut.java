package org.tidings.ui.picture;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/// Lets what shows a file of a post be dragged out of the window, to wherever files are taken.
/// Confined to the JavaFX thread.
final class DragOut {
  private final Node node;
  private final DragCopy copy;
  private boolean dragging;

  private DragOut(Node node, DragCopy copy) {
    this.node = node;
    this.copy = copy;
  }

  /// Lets `file` be dragged out by `node`.
  static void by(Node node, Album album, Embedded file) {
    DragOut out = new DragOut(node, album.saving().forDragging(file));
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, out::pressed);
    node.addEventHandler(MouseEvent.DRAG_DETECTED, out::begin);
    node.addEventHandler(MouseEvent.MOUSE_RELEASED, release -> out.released());
    node.setOnDragDone(out::done);
  }

  private void pressed(MouseEvent press) {
    if (press.getButton() == MouseButton.PRIMARY) {
      copy.make();
    }
  }

  private void begin(MouseEvent drag) {
    copy.content()
        .ifPresent(
            content -> {
              drag.consume();
              dragging = true;
              node.startDragAndDrop(TransferMode.COPY).setContent(content);
            });
  }

  private void released() {
    if (!dragging) {
      copy.letGo(false);
    }
  }

  private void done(DragEvent drag) {
    dragging = false;
    copy.letGo(drag.getTransferMode() != null);
  }
}
