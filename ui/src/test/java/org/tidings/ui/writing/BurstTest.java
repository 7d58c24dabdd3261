package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

/// Where a program types faster than the window is drawn.
class BurstTest {
  private static final String WORDS = "low tide at six, ".repeat(100);
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  private final StringProperty text = new SimpleStringProperty("");
  private final List<String> stages = new ArrayList<>();
  private Editor editor;

  @BeforeEach
  void open() {
    editor = Fx.get(this::shown);
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(() -> editor.getScene().getWindow().hide());
  }

  private Editor shown() {
    Editor made = new Editor(text, "compose.prompt", 0);
    Stage stage = new Stage();
    stage.setScene(new Scene(made, WIDTH, HEIGHT));
    stage.show();
    made.focusText();
    text.subscribe((before, now) -> stages.add(now));
    return made;
  }

  private static List<String> letters(String words) {
    return words.chars().mapToObj(Character::toString).toList();
  }

  private void key(EventType<KeyEvent> type, String letter, KeyCode code) {
    Event.fireEvent(
        editor.area(), new KeyEvent(type, letter, letter, code, false, false, false, false));
  }

  private void type(String words) {
    for (String letter : letters(words)) {
      key(KeyEvent.KEY_PRESSED, letter, KeyCode.UNDEFINED);
      key(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED);
    }
  }

  private void put(String letter) {
    Event.fireEvent(
        editor.area(),
        new InputMethodEvent(
            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
            FXCollections.observableArrayList(),
            letter,
            0));
  }

  @Test
  void whatIsTypedBetweenTwoFramesGoesInTogether() {
    Fx.run(() -> type(WORDS));
    Fx.settle();
    assertThat(text.get()).isEqualTo(WORDS);
    assertThat(stages).hasSize(2);
  }

  @Test
  void whatAnInputMethodPutsInDoesToo() {
    Fx.run(() -> letters(WORDS).forEach(this::put));
    Fx.settle();
    assertThat(text.get()).isEqualTo(WORDS);
    assertThat(stages).hasSize(2);
  }

  @Test
  void anotherKeyFindsAllThatWasTypedBefore() {
    Fx.run(
        () -> {
          type("ebb and flow");
          key(KeyEvent.KEY_PRESSED, "", KeyCode.HOME);
          type("The ");
        });
    Fx.settle();
    assertThat(text.get()).isEqualTo("The ebb and flow");
  }

  @Test
  void nothingGoesInWhereNothingMayBeWritten() {
    Fx.run(
        () -> {
          editor.editableProperty().set(false);
          type(WORDS);
        });
    Fx.settle();
    assertThat(stages).isEmpty();
  }
}
