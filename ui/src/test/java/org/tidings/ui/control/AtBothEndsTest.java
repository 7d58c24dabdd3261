package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class AtBothEndsTest {
  private final Region first = new Region();
  private final Region last = new Region();
  private final AtBothEnds both = new AtBothEnds(first, last);

  AtBothEndsTest() {
    first.setPrefSize(100, 20);
    last.setPrefSize(200, 40);
    last.setMinWidth(80);
  }

  private void layOut(double width) {
    both.resize(width, both.prefHeight(width));
    both.layout();
  }

  private double end() {
    return last.getLayoutX() + last.getWidth();
  }

  @Test
  void theyStandAtBothEndsOfOneLineInItsMiddle() {
    layOut(400);
    assertThat(both.getHeight()).isEqualTo(40);
    assertThat(first.getLayoutX()).isZero();
    assertThat(first.getLayoutY()).isEqualTo(10);
    assertThat(last.getWidth()).isEqualTo(200);
    assertThat(end()).isEqualTo(400);
  }

  @Test
  void whatStandsAtTheEndGivesWayFirst() {
    layOut(200);
    assertThat(both.getHeight()).isEqualTo(40);
    assertThat(last.getWidth()).isBetween(80.0, 100.0);
    assertThat(end()).isEqualTo(200);
  }

  @Test
  void whereThereIsNoRoomForBothTheyStandOnTwoLines() {
    layOut(150);
    assertThat(last.getLayoutY()).isGreaterThanOrEqualTo(20);
    assertThat(last.getWidth()).isEqualTo(150);
    assertThat(both.getHeight()).isEqualTo(last.getLayoutY() + 40);
    assertThat(both.minWidth(-1)).isLessThanOrEqualTo(100);
  }
}
