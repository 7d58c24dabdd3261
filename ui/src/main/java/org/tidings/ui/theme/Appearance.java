package org.tidings.ui.theme;

import org.tidings.ui.common.Language;

/// How a window looks, as a person has set it.
///
/// @param textPercent size of all text, from [#SMALLEST_TEXT] to [#LARGEST_TEXT] percent of the
///     usual
public record Appearance(ThemeChoice theme, int textPercent, Motion motion, Language language) {
  public static final int SMALLEST_TEXT = 80;
  public static final int LARGEST_TEXT = 200;
  public static final int USUAL_TEXT = 100;

  public static final Appearance USUAL =
      new Appearance(ThemeChoice.SYSTEM, USUAL_TEXT, Motion.SYSTEM, Language.SYSTEM);

  public Appearance {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
  }

  public Appearance withTheme(ThemeChoice next) {
    return new Appearance(next, textPercent, motion, language);
  }

  public Appearance withTextPercent(int next) {
    return new Appearance(theme, next, motion, language);
  }

  public Appearance withMotion(Motion next) {
    return new Appearance(theme, textPercent, next, language);
  }

  public Appearance withLanguage(Language next) {
    return new Appearance(theme, textPercent, motion, next);
  }
}
