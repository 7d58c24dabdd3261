package org.tidings.ui.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StylesheetTest {
  private static final Pattern ANYWHERE_IN = Pattern.compile("[\\w)-] (?:Text|\\.icon) ?[,{]");
  private static final int FEW = 8;

  /// By each rule for whatever is anywhere in something, every word and icon asks all it stands in.
  @Test
  void fewRulesAreForAnyWordOrIconWithinSomething() throws IOException {
    assertThat(ANYWHERE_IN.matcher(rules()).results().map(MatchResult::group))
        .hasSizeLessThanOrEqualTo(FEW);
  }

  /// JavaFX paints all of a ground that one sees through, too; none is `null`.
  @Test
  void noGroundIsPaintedThatOneSeesThrough() throws IOException {
    assertThat(rules()).doesNotContain("-fx-background-color: transparent");
  }

  private static String rules() throws IOException {
    try (InputStream rules =
        Objects.requireNonNull(StylesheetTest.class.getResourceAsStream("tidings.css"))) {
      return new String(rules.readAllBytes(), UTF_8);
    }
  }
}
