package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

/// Where somebody types before a text can be written.
class TypedAheadTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  private final StringProperty text = new SimpleStringProperty("");
  private final Stage stage = Fx.get(Stage::new);

  @AfterEach
  void close() {
    Fx.run(stage::hide);
  }

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
          stage.show();
        });
    Fx.settle();
  }

  private Editor enter() {
    Editor editor = new Editor(text, "compose.prompt", 0);
    stage.getScene().setRoot(new StackPane(editor));
    editor.focusText();
    return editor;
  }

  private static void type(Editor editor, String words) {
    words.chars().mapToObj(Character::toString).forEach(it -> key(editor, it, KeyCode.UNDEFINED));
  }

  private static void key(Editor editor, String letter, KeyCode code) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED)) {
      Event.fireEvent(
          editor.area(), new KeyEvent(type, letter, letter, code, false, false, false, false));
    }
  }

  @Test
  void whatIsTypedBeforeItIsDrawnIsWritten() {
    Fx.run(() -> type(enter(), "low tide"));
    Fx.settle();
    assertThat(text.get()).isEqualTo("low tide");
  }

  @Test
  void whatIsTypedWhileNothingMayBeWrittenFollows() {
    Editor editor = Fx.get(this::enter);
    Fx.settle();
    Fx.run(
        () -> {
          editor.editableProperty().set(false);
          type(editor, "low tied");
          key(editor, "", KeyCode.BACK_SPACE);
          key(editor, "", KeyCode.BACK_SPACE);
          type(editor, "de");
        });
    assertThat(text.get()).isEmpty();
    Fx.run(
        () -> {
          text.set("At ");
          editor.editableProperty().set(true);
          type(editor, ".");
        });
    Fx.settle();
    assertThat(text.get()).isEqualTo("At low tide.");
  }
}
