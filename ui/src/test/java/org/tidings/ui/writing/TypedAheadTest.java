package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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

  private static void type(Node node, String words) {
    words.chars().mapToObj(Character::toString).forEach(it -> key(node, it, KeyCode.UNDEFINED));
  }

  private static void key(Node node, String letter, KeyCode code) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED)) {
      Event.fireEvent(node, new KeyEvent(type, letter, letter, code, false, false, false, false));
    }
  }

  @Test
  void whatIsTypedBeforeItIsDrawnIsWritten() {
    Fx.run(() -> type(enter().area(), "low tide"));
    Fx.settle();
    assertThat(text.get()).isEqualTo("low tide");
  }

  /// As the way back is, while a place is not there yet.
  @Test
  void aButtonIsPressedUnlessSomebodyTypes() {
    AtomicInteger pressed = new AtomicInteger();
    Button back = Fx.get(() -> new Button("Back"));
    Fx.run(
        () -> {
          back.setOnAction(event -> pressed.incrementAndGet());
          StackPane place = new StackPane(back);
          new TypedAhead(place, () -> true);
          stage.getScene().setRoot(place);
        });
    Fx.settle();
    Fx.run(
        () -> {
          press(back, KeyCode.SPACE);
          type(back, "low");
          press(back, KeyCode.SPACE);
        });
    assertThat(pressed).hasValue(1);
  }

  private static void press(Node node, KeyCode code) {
    key(node, " ", code);
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
  }

  @Test
  void whatIsTypedWhileNothingMayBeWrittenFollows() {
    Editor editor = Fx.get(this::enter);
    Fx.settle();
    Fx.run(
        () -> {
          editor.editableProperty().set(false);
          type(editor.area(), "low tied");
          key(editor.area(), "", KeyCode.BACK_SPACE);
          key(editor.area(), "", KeyCode.BACK_SPACE);
          type(editor.area(), "de");
        });
    assertThat(text.get()).isEmpty();
    Fx.run(
        () -> {
          text.set("At ");
          editor.editableProperty().set(true);
          type(editor.area(), ".");
        });
    Fx.settle();
    assertThat(text.get()).isEqualTo("At low tide.");
  }
}
