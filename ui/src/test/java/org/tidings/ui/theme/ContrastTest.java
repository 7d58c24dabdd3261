package org.tidings.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is written or shines can be told from whatever it may stand on, by the measure of WCAG
/// 2.2, AA.
class ContrastTest {
  private static final double LEAST = 4.5;
  private static final double LEAST_OF_SIGNS = 3;
  private static final Pattern COLOUR = Pattern.compile("(-[\\w-]+):\\s*([^;]+);");

  private static final List<String> INKS =
      List.of(
          "-color-fg-default",
          "-color-fg-muted",
          "-color-fg-subtle",
          "-color-accent-fg",
          "-color-danger-fg",
          "-color-warning-fg",
          "-tidings-private-ink");

  private static final List<String> GROUNDS =
      List.of(
          "-tidings-ground",
          "-tidings-rail",
          "-tidings-hover",
          "-tidings-press",
          "-tidings-private",
          "-color-bg-subtle",
          "-color-bg-overlay",
          "-color-bg-inset",
          "-color-accent-subtle",
          "-color-danger-subtle",
          "-color-warning-subtle");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void inksAreReadableOnEveryGround(String palette) throws IOException {
    Map<String, Color> colours = colours(palette);
    for (String ink : INKS) {
      for (String ground : GROUNDS) {
        assertThat(contrast(colours, ink, ground))
            .as(ink + " on " + ground)
            .isGreaterThanOrEqualTo(LEAST);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsAreReadableOnFilledButtons(String palette) throws IOException {
    Map<String, Color> colours = colours(palette);
    for (String ground : List.of("-color-accent-emphasis", "-color-danger-emphasis")) {
      assertThat(contrast(colours, "-color-fg-emphasis", ground))
          .as(ground)
          .isGreaterThanOrEqualTo(LEAST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void lampsAreSeenOnRowsAndInTheRail(String palette) throws IOException {
    Map<String, Color> colours = colours(palette);
    for (String lamp : List.of("-tidings-good", "-tidings-wait", "-tidings-off")) {
      for (String ground : List.of("-tidings-ground", "-tidings-rail", "-tidings-hover")) {
        assertThat(contrast(colours, lamp, ground))
            .as(lamp + " on " + ground)
            .isGreaterThanOrEqualTo(LEAST_OF_SIGNS);
      }
    }
  }

  private static Map<String, Color> colours(String palette) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ContrastTest.class.getResourceAsStream(palette + ".css"))) {
      Matcher named = COLOUR.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, Color> colours = new HashMap<>();
      while (named.find()) {
        colours.put(named.group(1), Color.web(named.group(2)));
      }
      return colours;
    }
  }

  private static double contrast(Map<String, Color> colours, String ink, String ground) {
    Color paper = over(named(colours, ground), named(colours, "-tidings-ground"));
    double one = luminance(named(colours, ink)) + 0.05;
    double other = luminance(paper) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static Color named(Map<String, Color> colours, String name) {
    return Objects.requireNonNull(colours.get(name), name);
  }

  /// What is partly transparent is seen on what is below.
  private static Color over(Color above, Color below) {
    return below.interpolate(
        Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
