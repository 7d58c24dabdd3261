package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowFrameTest {
  @Test
  void aSmallScreenMakesTheWindowSmaller() {
    assertThat(WindowFrame.within(new Rectangle2D(0, 0, 1_000, 700), 1_120, 800))
        .isEqualTo(new Dimension2D(1_000, 700));
  }

  @Test
  void aLargeScreenLeavesItAsItIs() {
    assertThat(WindowFrame.within(new Rectangle2D(0, 0, 2_560, 1_440), 1_120, 800))
        .isEqualTo(new Dimension2D(1_120, 800));
  }

  @Test
  void atFirstThereIsRoomForTheBarOfAWindow() {
    assertThat(WindowFrame.usual(new Rectangle2D(0, 0, 1_280, 800)))
        .isEqualTo(new Dimension2D(1_120, 760));
  }
}
