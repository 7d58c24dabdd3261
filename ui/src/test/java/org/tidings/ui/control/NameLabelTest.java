package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void aNameThatHasRoomIsWhole() {
    Fx.run(
        () -> {
          NameLabel label = laidOut("jonas 🌱 🦀", 900);
          assertThat(shown(label)).noneMatch(NameLabelTest::isCut);
          assertThat(shown(label)).hasAtLeastOneElementOfType(EmojiView.class);
        });
  }
}
