package org.tidings.ui.settings;

import org.tidings.ui.theme.ThemeChoice;

/// What a person has set about the window.
///
/// @param textPercent size of all text, from [#SMALLEST_TEXT] to [#LARGEST_TEXT] percent of the
///     usual
public record WindowSettings(ThemeChoice theme, int textPercent) {
  public static final int SMALLEST_TEXT = 80;
  public static final int LARGEST_TEXT = 200;
  public static final WindowSettings USUAL = new WindowSettings(ThemeChoice.SYSTEM, 100);

  public WindowSettings {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
  }

  public WindowSettings withTheme(ThemeChoice next) {
    return new WindowSettings(next, textPercent);
  }

  public WindowSettings withTextPercent(int next) {
    return new WindowSettings(theme, next);
  }
}
