package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.tidings.ui.control.RowHeights.Setting;

class RowHeightsTest {
  private static final Setting USUAL = new Setting(600, Font.font(14));

  private final RowHeights<String> heights = new RowHeights<>();

  @Test
  void theyAreKnownForTheWidthAndTheLettersTheyWereDrawnWith() {
    heights.put("a", USUAL, 50);
    assertThat(heights.of("a", USUAL)).hasValue(50);
    assertThat(heights.of("b", USUAL)).isEmpty();
    assertThat(heights.of("a", new Setting(500, USUAL.font()))).isEmpty();
    assertThat(heights.of("a", new Setting(600, Font.font(28)))).isEmpty();
  }

  @Test
  void aRowIsGuessedToBeAsHighAsOthersAreNow() {
    assertThat(heights.guess()).isEmpty();
    heights.put("a", USUAL, 50);
    heights.put("b", USUAL, 70);
    heights.put("b", USUAL, 70);
    assertThat(heights.guess()).hasValue(60);
    heights.put("c", new Setting(300, USUAL.font()), 200);
    assertThat(heights.guess()).hasValue(200);
    assertThat(heights.of("a", USUAL)).isEmpty();
  }
}
