package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.Fx;
import org.tidings.ui.text.EmojiView;

class NameLabelTest {
  private static final String LONG =
      "Ännchen 🦀 of the very long name that never ever seems to stop at all";

  private static NameLabel laidOut(String name, double width) {
    var label = new NameLabel(name);
    var pane = new Pane(label);
    new Scene(pane, 1_000, 100);
    label.setManaged(false);
    pane.applyCss();
    label.resize(width, label.prefHeight(-1));
    label.layout();
    label.getChildren().forEach(piece -> ((Parent) piece).layout());
    return label;
  }

  private static List<Node> shown(NameLabel label) {
    return label.getChildren().stream().filter(Node::isVisible).toList();
  }

  private static boolean isCut(Node piece) {
    return piece instanceof Label words
        && (words.getText().equals("…") || words.getWidth() < words.prefWidth(-1));
  }

  @Test
  void theFirstWordStaysWhereTheEndHasNoRoom() {
    Fx.run(
        () -> {
          Node first = shown(laidOut(LONG, 250)).getFirst();
          assertThat(((Label) first).getText()).startsWith("Ännchen");
          assertThat(isCut(first)).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 40, 60, 70, 80, 90, 120, 250, 400})
  void aNameIsCutOnceAndAtItsEnd(double width) {
    Fx.run(
        () -> {
          List<Node> shown = shown(laidOut(LONG, width));
          assertThat(shown).filteredOn(NameLabelTest::isCut).containsExactly(shown.getLast());
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 40, 60, 70, 80, 90, 120, 250, 400})
  void nothingReachesPastItsRoom(double width) {
    Fx.run(
        () ->
            assertThat(shown(laidOut(LONG, width)))
                .allMatch(piece -> piece.getBoundsInParent().getMaxX() <= width + 1));
  }

  /// Names of both kinds among words of both kinds.
  @ParameterizedTest
  @CsvSource({
    "jonas 🌱, LEFT_TO_RIGHT",
    "jonas 🌱, RIGHT_TO_LEFT",
    "أميرة 🌊, LEFT_TO_RIGHT",
    "أميرة 🌊, RIGHT_TO_LEFT"
  })
  void aNameStandsAtTheBeginningOfItsRoomAndRunsItsOwnWay(String name, NodeOrientation around) {
    Fx.run(
        () -> {
          NameLabel label = laidOut(name, 400);
          label.getParent().setNodeOrientation(around);
          label.requestLayout();
          label.layout();
          Node words = shown(label).getFirst();
          Node emoji = shown(label).getLast();
          boolean fromTheRight = around == NodeOrientation.RIGHT_TO_LEFT;
          boolean latin = name.startsWith("j");
          assertThat(left(words) < left(emoji)).isEqualTo(latin);
          Node outer = fromTheRight == latin ? emoji : words;
          Bounds room = label.localToScene(label.getLayoutBounds());
          Bounds there = outer.localToScene(outer.getLayoutBounds());
          assertThat(fromTheRight ? there.getMaxX() : there.getMinX())
              .isCloseTo(fromTheRight ? room.getMaxX() : room.getMinX(), within(1.0));
        });
  }

  private static double left(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  /// Beside Arabic letters some fonts draw a box for one.
  @ParameterizedTest
  @ValueSource(strings = {"\u200f", "\u200e"})
  void aMarkOfTheSideTakesNoRoom(String mark) {
    String names = "jonas و健二";
    Fx.run(
        () ->
            assertThat(laidOut(mark + names, 400).prefWidth(-1))
                .isEqualTo(laidOut(names, 400).prefWidth(-1)));
  }

  @Test
  void aNameThatHasRoomIsWhole() {
    Fx.run(
        () -> {
          NameLabel label = laidOut("jonas 🌱 🦀", 900);
          assertThat(shown(label)).noneMatch(NameLabelTest::isCut);
          assertThat(shown(label)).hasAtLeastOneElementOfType(EmojiView.class);
        });
  }

  @Test
  void theSameNameIsNotMadeAnew() {
    NameLabel label = Fx.get(() -> laidOut("Lena 🌊", 200));
    List<Node> before = Fx.get(() -> List.copyOf(label.getChildren()));
    Fx.run(() -> label.show("Lena 🌊"));
    assertThat(label.getChildren()).isEqualTo(before);
    Fx.run(() -> label.show("Mara"));
    assertThat(label.getChildren()).isNotEqualTo(before);
  }
}
