package org.tidings.ui.theme;

import java.util.Locale;

/// Lengths that grow with the text, where the stylesheet cannot know them. Stateless.
public final class Em {
  private Em() {}

  /// A length for a style.
  ///
  /// @param pixels where text has its usual size
  public static String of(double pixels) {
    return String.format(Locale.ROOT, "%.3fem", pixels / Theme.USUAL_SIZE);
  }

  /// The style of what is so wide and so high, and nothing else.
  ///
  /// @param pixels where text has its usual size
  public static String square(double pixels) {
    return String.format(
        Locale.ROOT,
        "-fx-min-width: %1$s; -fx-pref-width: %1$s; -fx-max-width: %1$s;"
            + " -fx-min-height: %1$s; -fx-pref-height: %1$s; -fx-max-height: %1$s;",
        of(pixels));
  }
}
