package org.tidings.ui.completion;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.writing.Editor;

/// Offers choices beside the caret of an editor, above everything else in the window: arrow keys
/// mark, Enter and Tab take, Escape closes; all other keys go on being written. Confined to the
/// JavaFX thread.
public final class Completion {
  private static final double MARGIN = 8;
  private static final double GAP = 4;

  private final Editor editor;
  private final CompletionViewModel model;
  private final Consumer<CompletionViewModel.Completed> chosen;
  private final ChoiceList list;
  private final BooleanExpression wanted;
  private final Runnable place = this::place;
  private @Nullable Scene scene;

  /// Offers in `editor` what `model` finds.
  ///
  /// @param chosen told what the person takes
  public Completion(
      Editor editor,
      CompletionViewModel model,
      Pictures pictures,
      Consumer<CompletionViewModel.Completed> chosen) {
    this.editor = editor;
    this.model = model;
    this.chosen = chosen;
    list = new ChoiceList(model, pictures, choice -> chosen.accept(model.choose(choice)));
    wanted =
        BooleanExpression.booleanExpression(model.openProperty())
            .and(editor.writingProperty())
            .and(BooleanExpression.booleanExpression(editor.composingProperty()).not());
  }

  /// Begins.
  public void listen() {
    editor.caretProperty().subscribe(caret -> follow());
    editor.writingProperty().subscribe(focused -> follow());
    editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    wanted.subscribe(this::show);
    model.choices().subscribe(this::point);
    model.markedProperty().subscribe(marked -> point());
    editor.sceneProperty().subscribe(now -> show(now != null && wanted.get()));
  }

  /// The same text may stand in another editor; only what is typed here counts.
  private void follow() {
    if (editor.writingProperty().get()) {
      model.follow(editor.caretProperty().get());
    } else if (list.getParent() != null) {
      model.follow(Optional.empty());
    }
  }

  private void show(boolean shown) {
    hide();
    if (shown && editor.getScene() != null && editor.getScene().getRoot() instanceof Pane root) {
      scene = editor.getScene();
      root.getChildren().add(list);
      // Only after layout it is known where the caret stands.
      scene.addPostLayoutPulseListener(place);
    }
    point();
  }

  private void hide() {
    if (scene != null) {
      scene.removePostLayoutPulseListener(place);
      scene = null;
    }
    if (list.getParent() instanceof Pane root) {
      root.getChildren().remove(list);
    }
  }

  private void point() {
    editor.pointAt(wanted.get() ? list.marked().orElse(null) : null);
  }

  /// Below the line that is written if there is room, else above; never out of the window.
  private void place() {
    Optional<Bounds> caret = editor.caretInScene();
    if (list.getParent() instanceof Pane root && caret.isPresent()) {
      Bounds at = root.sceneToLocal(caret.get());
      double width = Math.min(list.prefWidth(-1), root.getWidth() - 2 * MARGIN);
      double below = root.getHeight() - MARGIN - GAP - at.getMaxY();
      double above = at.getMinY() - GAP - MARGIN;
      double wish = list.prefHeight(width);
      boolean isBelow = wish <= below || below >= above;
      double height = Math.min(wish, isBelow ? below : above);
      // Where letters run from the right, the caret may be drawn beside the text.
      Bounds text = root.sceneToLocal(editor.localToScene(editor.getLayoutBounds()));
      double start = Math.clamp(at.getMinX(), text.getMinX(), text.getMaxX());
      double left = Math.clamp(start, MARGIN, root.getWidth() - MARGIN - width);
      list.resizeRelocate(
          Math.rint(left),
          Math.rint(isBelow ? at.getMaxY() + GAP : at.getMinY() - GAP - height),
          width,
          height);
    }
  }

  private void pressed(KeyEvent key) {
    if (!wanted.get() || key.isControlDown() || key.isAltDown() || key.isMetaDown()) {
      return;
    }
    switch (key.getCode()) {
      case DOWN -> step(key, 1);
      case UP -> step(key, -1);
      case ESCAPE -> {
        key.consume();
        model.dismiss();
      }
      case ENTER, TAB -> {
        if (!key.isShiftDown()) {
          model.choose().ifPresent(completed -> put(key, completed));
        }
      }
      default -> {
        // written on
      }
    }
  }

  private void step(KeyEvent key, int by) {
    key.consume();
    model.step(by);
  }

  private void put(KeyEvent key, CompletionViewModel.Completed completed) {
    key.consume();
    chosen.accept(completed);
  }
}
