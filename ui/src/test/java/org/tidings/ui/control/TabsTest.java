package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;

class TabsTest {
  private final SimpleObjectProperty<String> chosen = new SimpleObjectProperty<>("posts");
  private final Person person = new Person(Fx.get(Stage::new));
  private final Tabs<String> tabs =
      Fx.get(
          () ->
              new Tabs<>(
                  List.of("posts", "pictures"),
                  chosen,
                  chosen::set,
                  (word, tab) -> tab.setText(word)));

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          person.stage().setScene(new Scene(tabs));
          person.stage().show();
          tab(0).requestFocus();
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(person.stage()::close);
  }

  private ToggleButton tab(int place) {
    return (ToggleButton) tabs.getChildren().get(place);
  }

  @Test
  void anArrowLeadsToTheNextTabAndSpaceTakesIt() {
    person.press(KeyCode.RIGHT);
    assertThat(Fx.get(() -> tab(1).isFocused())).isTrue();
    assertThat(Fx.get(() -> tab(0).isSelected())).isTrue();
    person.press(KeyCode.SPACE);
    assertThat(Fx.get(() -> tab(1).isSelected())).isTrue();
    assertThat(Fx.get(chosen::get)).isEqualTo("pictures");
  }
}
