package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

/// A hundred rows with two buttons each: one of them is chosen, and the keyboard is used.
class RowListKeysTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  private final List<String> struck = new ArrayList<>();
  private RowList<Integer> rows;

  @BeforeEach
  void show() {
    rows =
        Fx.get(
            () -> {
              RowList<Integer> list = new RowList<>(RowListKeysTest::row);
              list.getItems().setAll(IntStream.range(0, 100).boxed().toList());
              list.onKey((key, row) -> struck.add(key + " at " + row.getUserData()));
              Stage stage = new Stage();
              stage.setScene(new Scene(list, WIDTH, HEIGHT));
              stage.show();
              list.requestFocus();
              return list;
            });
    Fx.settle();
  }

  private static Region row(int item) {
    HBox row = new HBox(new Button("like " + item), new Button("reply " + item));
    row.setUserData(item);
    return row;
  }

  private void choose(int item) {
    Fx.run(() -> rows.getSelectionModel().select(item));
    Fx.settle();
  }

  private void fire(EventType<KeyEvent> type, KeyCode code, boolean control) {
    Fx.run(
        () -> {
          Node target = rows.getScene().getFocusOwner();
          String typed = type == KeyEvent.KEY_TYPED ? code.getChar() : KeyEvent.CHAR_UNDEFINED;
          Event.fireEvent(
              target, new KeyEvent(type, typed, typed, code, false, control, false, false));
        });
  }

  private void strike(KeyCode code) {
    fire(KeyEvent.KEY_PRESSED, code, false);
    fire(KeyEvent.KEY_TYPED, code, false);
    fire(KeyEvent.KEY_RELEASED, code, false);
    Fx.settle();
  }

  private String focused() {
    return Fx.get(
        () -> rows.getScene().getFocusOwner() instanceof Button button ? button.getText() : "");
  }

  private int chosen() {
    return Fx.get(() -> rows.getSelectionModel().getSelectedIndex());
  }

  @Test
  void tabLeadsIntoTheChosenRow() {
    choose(3);
    strike(KeyCode.TAB);
    assertThat(focused()).isEqualTo("like 3");
  }

  @Test
  void tabLeadsIntoTheChosenRowEvenWhereItIsOutOfSight() {
    choose(80);
    Fx.run(() -> rows.scrollTo(0));
    Fx.settle();
    strike(KeyCode.TAB);
    assertThat(focused()).isEqualTo("like 80");
  }

  @Test
  void theFirstArrowLeadsToTheFirstRowInView() {
    Fx.run(() -> rows.scrollTo(50));
    Fx.settle();
    strike(KeyCode.DOWN);
    assertThat(chosen()).isEqualTo(50);
  }

  @Test
  void theFirstTabLeadsToTheFirstRowInViewAndTheNextIntoIt() {
    Fx.run(() -> rows.scrollTo(50));
    Fx.settle();
    strike(KeyCode.TAB);
    assertThat(chosen()).isEqualTo(50);
    assertThat(focused()).isEmpty();
    strike(KeyCode.TAB);
    assertThat(focused()).isEqualTo("like 50");
  }

  @Test
  void fromAButtonArrowsLeadToTheRowsBeside() {
    choose(3);
    strike(KeyCode.TAB);
    strike(KeyCode.DOWN);
    assertThat(chosen()).isEqualTo(4);
    assertThat(Fx.get(() -> rows.isFocused())).isTrue();
  }

  @Test
  void whoeverIsAtAButtonIsAtTheRowOnceItIsDrawnAnew() {
    Fx.run(() -> rows.keyed(item -> Math.floorMod(item, 1000)));
    choose(3);
    strike(KeyCode.TAB);
    choose(5);
    Fx.run(() -> rows.getItems().set(3, 1003));
    Fx.settle();
    assertThat(Fx.get(() -> rows.getScene().getFocusOwner())).isEqualTo(rows);
    assertThat(chosen()).isEqualTo(3);
  }

  @Test
  void aKeyIsToldWithTheChosenRow() {
    choose(3);
    strike(KeyCode.L);
    assertThat(struck).containsExactly("L at 3");
  }

  @Test
  void aKeyAtAButtonIsToldWithItsRow() {
    choose(3);
    strike(KeyCode.TAB);
    choose(5);
    strike(KeyCode.L);
    assertThat(struck).containsExactly("L at 3");
  }

  @Test
  void nothingIsToldWhereNoRowIsChosen() {
    strike(KeyCode.L);
    assertThat(struck).isEmpty();
  }

  @Test
  void aKeyHeldDownIsToldOnce() {
    choose(3);
    fire(KeyEvent.KEY_PRESSED, KeyCode.L, false);
    fire(KeyEvent.KEY_TYPED, KeyCode.L, false);
    strike(KeyCode.L);
    assertThat(struck).hasSize(1);
    strike(KeyCode.L);
    assertThat(struck).hasSize(2);
  }

  @Test
  void aKeyWithControlIsAnotherMatter() {
    choose(3);
    fire(KeyEvent.KEY_PRESSED, KeyCode.L, true);
    fire(KeyEvent.KEY_TYPED, KeyCode.L, true);
    assertThat(struck).isEmpty();
  }
}
