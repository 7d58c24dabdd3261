package org.tidings.ui.writing;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Gathers what a program or an input method types faster than the window is drawn. The area lays a
/// line out anew at each letter, JavaFX keeps all of that until the next frame, and keys that keep
/// coming put the frame off: the memory would fill. So one letter goes in between two frames, and
/// what follows goes in together at the next. Confined to the JavaFX thread.
final class Burst {
  private static final char DELETE = 0x7f;

  private final CodeArea area;
  private final Consumer<String> insert;
  private final StringBuilder held = new StringBuilder();
  private final EventHandler<KeyEvent> pressed = this::pressed;
  private final EventHandler<MouseEvent> clicked = click -> release();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          drawn();
        }
      };

  /// Whether something was typed since the window was drawn.
  private boolean typed;

  private boolean composing;

  /// @param insert has characters stand at the caret
  Burst(CodeArea area, Consumer<String> insert) {
    this.area = area;
    this.insert = insert;
    area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    area.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::put);
    area.focusedProperty().subscribe((before, now) -> release());
    area.sceneProperty().subscribe(this::move);
  }

  /// Whatever else is done finds all that was typed before it.
  private void move(@Nullable Scene before, @Nullable Scene now) {
    release();
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
      before.removeEventFilter(MouseEvent.MOUSE_PRESSED, clicked);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
      now.addEventFilter(MouseEvent.MOUSE_PRESSED, clicked);
    }
  }

  private void typed(KeyEvent key) {
    String letter = key.getCharacter();
    if (area.isEditable() && isPlain(key) && isWritten(letter) && holds(letter)) {
      key.consume();
    }
  }

  /// What an input method puts together is left to the area.
  private void put(InputMethodEvent words) {
    boolean begun = composing;
    composing = !words.getComposed().isEmpty();
    if (begun || composing) {
      release();
    } else if (area.isEditable()
        && !words.getCommitted().isEmpty()
        && holds(words.getCommitted())) {
      words.consume();
    }
  }

  private void pressed(KeyEvent key) {
    boolean writes =
        key.getCode() == KeyCode.UNDEFINED
            || key.getCode().isModifierKey()
            || isWritten(key.getText());
    if (!writes || !isPlain(key)) {
      release();
    }
  }

  private static boolean isPlain(KeyEvent key) {
    return !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
  }

  private static boolean isWritten(String letter) {
    return !letter.isEmpty() && letter.charAt(0) >= ' ' && letter.charAt(0) != DELETE;
  }

  /// Whether the letter waits; the first after a frame does not.
  private boolean holds(String letter) {
    if (typed) {
      held.append(letter);
      return true;
    }
    typed = true;
    frames.start();
    return false;
  }

  private void drawn() {
    if (held.isEmpty()) {
      typed = false;
      frames.stop();
    } else {
      release();
    }
  }

  private void release() {
    if (!held.isEmpty()) {
      String words = held.toString();
      held.setLength(0);
      insert.accept(words);
    }
  }
}
