package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;

class ChoiceLineTest {
  private final List<String> chosen = new ArrayList<>();
  private final SimpleObjectProperty<String> now = new SimpleObjectProperty<>("low");
  private final Person person = new Person(Fx.get(Stage::new));
  private final List<RadioButton> radios =
      Fx.get(
          () ->
              ChoiceLine.radios(
                  "tide", "Tide", List.of("low", "high"), word -> word, now, chosen::add));

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          HBox line = new HBox();
          line.getChildren().setAll(radios);
          person.stage().setScene(new Scene(line));
          person.stage().show();
          radios.getFirst().requestFocus();
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(person.stage()::close);
  }

  @Test
  void anArrowLeadsToTheNextChoiceAndSpaceTakesIt() {
    person.press(KeyCode.RIGHT);
    assertThat(Fx.get(radios.getLast()::isFocused)).isTrue();
    assertThat(Fx.get(radios.getFirst()::isSelected)).isTrue();
    assertThat(chosen).isEmpty();
    person.press(KeyCode.SPACE);
    assertThat(Fx.get(radios.getLast()::isSelected)).isTrue();
    assertThat(chosen).containsExactly("high");
  }

  @Test
  void whatIsChosenElsewhereShows() {
    Fx.run(() -> now.set("high"));
    assertThat(Fx.get(radios.getLast()::isSelected)).isTrue();
    Fx.run(() -> now.set("low"));
    assertThat(Fx.get(radios.getFirst()::isSelected)).isTrue();
    assertThat(chosen).isEmpty();
  }

  @Test
  void fromRightToLeftArrowsLeadWhereTheyPoint() {
    Fx.run(() -> person.stage().getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
    Fx.settle();
    person.press(KeyCode.LEFT);
    assertThat(Fx.get(radios.getLast()::isFocused)).isTrue();
  }
}
