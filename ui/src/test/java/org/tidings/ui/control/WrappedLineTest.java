package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class WrappedLineTest {
  private final NameLabel name = new NameLabel("Bartholomus of the very long name ".repeat(3));
  private final Region deed = new Region();
  private final Region below = new Region();
  private final WrappedLine line = new WrappedLine(name, deed);
  private final VBox column = new VBox(line, below);

  WrappedLineTest() {
    deed.setMinSize(80, 20);
    deed.setPrefSize(80, 20);
    below.setMinSize(10, 20);
    Fx.run(() -> new Scene(column));
  }

  private void layOut(double width) {
    Fx.run(
        () -> {
          column.resize(width, 400);
          column.applyCss();
          column.layout();
        });
  }

  @Test
  void aNameIsNoWiderThanTheRoomThoughThereWasMoreBefore() {
    layOut(2_000);
    assertThat(deed.getLayoutX()).isGreaterThanOrEqualTo(name.getWidth());
    layOut(200);
    assertThat(name.getWidth()).isEqualTo(200);
    assertThat(deed.getLayoutX()).isZero();
  }

  @Test
  void whatFollowsStandsBelowAllLinesFromTheFirstDrawingOn() {
    layOut(200);
    assertThat(deed.getLayoutY()).isGreaterThanOrEqualTo(name.getHeight());
    assertThat(below.getLayoutY()).isGreaterThanOrEqualTo(deed.getLayoutY() + 20);
  }

  @Test
  void allThatHasRoomStandsOnOneLine() {
    layOut(2_000);
    assertThat(deed.getLayoutX()).isPositive();
    assertThat(line.getHeight()).isLessThan(40);
  }
}
