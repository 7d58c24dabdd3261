package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.ui.Fx;

class KeyedRowsTest {
  private final KeyedRows<String> rows =
      Fx.get(() -> new KeyedRows<>(item -> item.substring(0, 1), Line::new));

  private static final class Line extends KeyedRows.Row<String> {
    Line(String text) {
      show(text);
    }

    @Override
    public void show(String item) {
      setAccessibleText(item);
    }
  }

  private List<Node> show(String... items) {
    return Fx.get(
        () -> {
          rows.show(List.of(items));
          return List.copyOf(rows.getChildren());
        });
  }

  @Test
  void aRowThatChangesStaysTheSameNode() {
    Node before = show("a1", "b1").getFirst();
    Node after = show("a2", "b1").getFirst();
    assertThat(after).isSameAs(before);
    assertThat(after.getAccessibleText()).isEqualTo("a2");
  }

  @Test
  void rowsAreMovedRatherThanMadeAnew() {
    List<Node> before = show("a", "b");
    assertThat(show("b", "a")).containsExactly(before.get(1), before.get(0));
  }

  @Test
  void rowsThatAreGoneLeave() {
    show("a", "b", "c");
    assertThat(show("b")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"a, b", "b, c", "c, b"})
  void theFocusMovesToTheRowBeside(String going, String beside) {
    List<String> all = List.of("a", "b", "c");
    show(all.toArray(String[]::new));
    Scene scene = Fx.get(() -> new Scene(rows));
    Fx.run(() -> rows.getChildren().get(all.indexOf(going)).requestFocus());
    show(all.stream().filter(item -> !item.equals(going)).toArray(String[]::new));
    assertThat(Fx.get(scene::getFocusOwner)).extracting("accessibleText").isEqualTo(beside);
  }

  @Test
  void twoItemsOfOneKeyAreOneRow() {
    assertThat(show("a1", "a2")).hasSize(1);
  }

  @Test
  void ofManyThirtyAreMadeAndTheRestOnRequest() {
    String[] many = IntStream.range(0, 40).mapToObj(Character::toString).toArray(String[]::new);
    List<Node> first = show(many);
    assertThat(first).hasSize(31);
    Scene scene = Fx.get(() -> new Scene(rows));
    Fx.run(((Button) first.getLast())::fire);
    List<Node> all = show(many);
    assertThat(all).hasSize(40).startsWith(first.subList(0, 30).toArray(Node[]::new));
    assertThat(Fx.get(scene::getFocusOwner)).isSameAs(all.get(30));
  }
}
