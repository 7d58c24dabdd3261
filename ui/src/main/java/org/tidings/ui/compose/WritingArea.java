package org.tidings.ui.compose;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import org.tidings.ui.common.Texts;

/// Where a text is written. Tab leads on as everywhere else, Ctrl+Enter posts, a line in Arabic or
/// Hebrew starts from the right, and emoji are pictures. Has no edge of its own. Confined to the
/// JavaFX thread.
///
/// Not a `TextArea`: that paints wrapped text twice where an emoji stands in it, and throws out of
/// the layout pass for a wrapped line in Arabic.
final class WritingArea extends StackPane {
  private static final KeyCombination POST =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  /// What the editor keeps free on each side for its caret.
  private static final double EDGE = 1;

  private final Draft draft;
  private final int mostLines;
  private final CodeArea editor = new CodeArea();

  /// @param mostLines grows with its text up to here; 0 to take the room it is given
  /// @param post what Ctrl+Enter does
  WritingArea(ComposeViewModel model, String promptKey, int mostLines, Runnable post) {
    this.draft = model.draft();
    this.mostLines = mostLines;
    editor.setWrapText(true);
    editor.setLineEnding(LineEnding.LF);
    editor.setSyntaxDecorator(new PieceDecorator());
    editor.setAccessibleText(Texts.of(promptKey));
    editor.editableProperty().bind(draft.loadedProperty().and(model.publishingProperty().not()));
    editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, post));
    editor.addEventFilter(MouseEvent.MOUSE_PRESSED, click -> draft.load());
    editor.getModel().addListener(change -> draft.textProperty().set(editor.getText()));
    editor.select(editor.getDocumentEnd());
    draft.textProperty().subscribe(this::show);
    draft.textProperty().subscribe((before, now) -> requestLayout());
    editor.fontProperty().subscribe((before, now) -> requestLayout());
    getChildren().setAll(editor, new EmojiOverlay(editor), prompt(promptKey));
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("writing-area");
  }

  /// Lets the person write, after what stands there already.
  void focusText() {
    editor.requestFocus();
  }

  private Label prompt(String key) {
    Label prompt = new Label(Texts.of(key));
    prompt.setMouseTransparent(true);
    prompt.getStyleClass().add("prompt");
    prompt.setPadding(new Insets(EDGE));
    prompt.visibleProperty().bind(Bindings.isEmpty(draft.textProperty()));
    return prompt;
  }

  /// What did not come from the editor itself: a draft brought back, or a text that has gone out.
  private void show(String text) {
    if (!text.equals(editor.getText())) {
      editor.setText(text);
      editor.clearUndoRedo();
      // Without a caret, nothing can be typed.
      editor.select(editor.getDocumentEnd());
    }
  }

  private void pressed(KeyEvent key, Runnable post) {
    draft.load();
    if (POST.match(key)) {
      key.consume();
      post.run();
    } else if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      key.consume();
      editor.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return mostLines == 0 ? super.computePrefHeight(width) : height(draft.textProperty().get());
  }

  @Override
  protected double computeMinHeight(double width) {
    return height("");
  }

  private double height(String text) {
    LinesRuler ruler = new LinesRuler(editor.getFont(), getWidth() - 2 * EDGE);
    return ruler.height(text, Math.max(1, mostLines)) + 2 * EDGE;
  }

  /// The height follows the width, so a new width asks for it again.
  @Override
  protected void setWidth(double value) {
    if (value != getWidth()) {
      super.setWidth(value);
      requestLayout();
    }
  }
}
