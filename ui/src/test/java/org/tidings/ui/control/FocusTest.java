package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.ui.Fx;

/// Where somebody is while rows are made anew around them.
class FocusTest {
  private static void show(VBox rows, String names) {
    rows.getChildren()
        .setAll(Arrays.stream(names.split(" ")).map(Button::new).map(HBox::new).toList());
  }

  private static String focused(Node part) {
    return part.getScene().getFocusOwner() instanceof Button button ? button.getText() : "nowhere";
  }

  @ParameterizedTest
  @CsvSource({
    "one two three, two, one two three, two",
    "one two three, two, zero one two, two",
    "one two three, two, one three, three",
    "one two three, three, one two, two",
    "show, show, hide practise, hide",
    "one, beside, two, beside",
  })
  void whoeverIsAtSomethingIsThenAtItOrAtWhatCameInItsPlace(
      String before, String at, String after, String then) {
    String focused =
        Fx.get(
            () -> {
              VBox rows = new VBox();
              show(rows, before);
              VBox all = new VBox(rows, new Button("beside"));
              new Scene(all);
              all.lookupAll(".button").stream()
                  .filter(button -> ((Button) button).getText().equals(at))
                  .forEach(Node::requestFocus);
              Focus.stayIn(rows, () -> show(rows, after), () -> {});
              return focused(all);
            });
    assertThat(focused).isEqualTo(then);
  }

  @Test
  void whereNothingIsLeftThatCanHaveItAnotherTakesIt() {
    String focused =
        Fx.get(
            () -> {
              Button only = new Button("only");
              Button field = new Button("field");
              VBox rows = new VBox(only);
              new Scene(new VBox(rows, field));
              only.requestFocus();
              Focus.stayIn(rows, rows.getChildren()::clear, field::requestFocus);
              return focused(field);
            });
    assertThat(focused).isEqualTo("field");
  }
}
