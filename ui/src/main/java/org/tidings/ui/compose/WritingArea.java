package org.tidings.ui.compose;

import javafx.geometry.NodeOrientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.Shaping;

/// Where a text is written. Tab leads on as everywhere else, Ctrl+Enter posts, and a text in Arabic
/// or Hebrew starts from the right. Has no edge of its own. Confined to the JavaFX thread.
final class WritingArea extends TextArea {
  private static final KeyCombination POST =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final int mostLines;
  private final Text ruler = new Text();

  /// @param mostLines grows with its text up to here; 0 to take the room it is given
  /// @param post what Ctrl+Enter does
  WritingArea(ComposeViewModel model, String promptKey, int mostLines, Runnable post) {
    this.mostLines = mostLines;
    setWrapText(true);
    setPromptText(Texts.of(promptKey));
    setAccessibleText(Texts.of(promptKey));
    getStyleClass().add("writing-area");
    textProperty().bindBidirectional(model.draft().textProperty());
    editableProperty().bind(model.draft().loadedProperty().and(model.publishingProperty().not()));
    textProperty().subscribe(this::turn);
    textProperty().subscribe((before, now) -> requestLayout());
    widthProperty().subscribe((before, now) -> requestLayout());
    fontProperty().subscribe((before, now) -> requestLayout());
    addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, post));
    positionCaret(getLength());
    model.draft().loadedProperty().subscribe(loaded -> positionCaret(getLength()));
  }

  private void pressed(KeyEvent key, Runnable post) {
    if (POST.match(key)) {
      key.consume();
      post.run();
    } else if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      key.consume();
      requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  private void turn(String text) {
    setNodeOrientation(
        Shaping.isRightToLeft(text)
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (mostLines == 0) {
      return super.computePrefHeight(width);
    }
    ruler.setFont(getFont());
    ruler.setWrappingWidth(Math.max(1, getWidth()));
    return Math.clamp(height(getText()), height("a"), height("a\n".repeat(mostLines - 1) + "a"));
  }

  private double height(String text) {
    ruler.setText(text);
    return Math.ceil(ruler.getLayoutBounds().getHeight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return mostLines == 0 ? 0 : computePrefHeight(width);
  }
}
