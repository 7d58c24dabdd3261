package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class BesideOrBelowTest {
  private final Region words = new Region();
  private final Region button = new Region();
  private final BesideOrBelow both = new BesideOrBelow(words, button);

  BesideOrBelowTest() {
    words.setPrefSize(300, 20);
    button.setPrefSize(100, 40);
  }

  private void layOut(double width) {
    both.resize(width, both.prefHeight(width));
    both.layout();
  }

  @Test
  void aButtonStandsBesideTheWordsWhereMostOfTheRoomIsLeftToThem() {
    layOut(400);
    assertThat(both.getHeight()).isEqualTo(40);
    assertThat(button.getLayoutX()).isEqualTo(300);
    assertThat(words.getWidth()).isLessThan(300);
    assertThat(words.getLayoutY()).isEqualTo(10);
  }

  @Test
  void aButtonStandsBelowTheWordsWhereItWouldTakeMostOfTheRoom() {
    layOut(180);
    assertThat(words.getWidth()).isEqualTo(180);
    assertThat(button.getLayoutX()).isZero();
    assertThat(button.getLayoutY()).isGreaterThanOrEqualTo(words.getHeight());
    assertThat(both.getHeight()).isEqualTo(button.getLayoutY() + 40);
  }

  @Test
  void aButtonStandsBelowManyWordsThatWouldBeAnEvenLongerColumn() {
    Region many =
        new Region() {
          @Override
          public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
          }

          @Override
          protected double computePrefHeight(double width) {
            return 20 * Math.ceil(2_400 / width);
          }
        };
    BesideOrBelow column = new BesideOrBelow(many, button);
    column.resize(300, column.prefHeight(300));
    column.layout();
    assertThat(many.getWidth()).isEqualTo(300);
    assertThat(column.getHeight()).isEqualTo(20 * 8 + 12 + 40);
  }

  @Test
  void withAllTheRoomThereIsNothingStandsBelow() {
    button.setPrefWidth(500);
    assertThat(both.prefHeight(-1)).isEqualTo(40);
    assertThat(both.minHeight(-1)).isEqualTo(40);
  }

  @Test
  void fewWordsHaveTheButtonBesideThemInTheWidthTheyWouldLike() {
    words.setPrefWidth(50);
    assertThat(both.prefHeight(both.prefWidth(-1))).isEqualTo(40);
  }

  @Test
  void whatIsNotShownTakesNoRoom() {
    button.setManaged(false);
    layOut(180);
    assertThat(words.getWidth()).isEqualTo(180);
    assertThat(both.getHeight()).isEqualTo(20);
  }
}
