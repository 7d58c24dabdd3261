package org.tidings.ui.workspace;

import java.util.Optional;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.Language;
import org.tidings.ui.theme.ThemeChoice;

/// What a person has set about the window.
///
/// @param textPercent size of all text, from [#SMALLEST_TEXT] to [#LARGEST_TEXT] percent of the
///     usual
/// @param routes by which ways others are reached; a matter of the network, kept with the rest
/// @param frame where the window was when it was last closed
public record WindowSettings(
    ThemeChoice theme, int textPercent, Language language, Routes routes, Optional<Frame> frame) {
  public static final int SMALLEST_TEXT = 80;
  public static final int LARGEST_TEXT = 200;
  public static final int USUAL_TEXT = 100;
  public static final WindowSettings USUAL =
      new WindowSettings(
          ThemeChoice.SYSTEM, USUAL_TEXT, Language.SYSTEM, Routes.DIRECT, Optional.empty());

  public WindowSettings {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
  }

  /// Place and size of a window, and whether it fills the screen instead.
  public record Frame(double x, double y, double width, double height, boolean maximised) {}

  public WindowSettings withTheme(ThemeChoice next) {
    return new WindowSettings(next, textPercent, language, routes, frame);
  }

  public WindowSettings withTextPercent(int next) {
    return new WindowSettings(theme, next, language, routes, frame);
  }

  public WindowSettings withLanguage(Language next) {
    return new WindowSettings(theme, textPercent, next, routes, frame);
  }

  public WindowSettings withRoutes(Routes next) {
    return new WindowSettings(theme, textPercent, language, next, frame);
  }

  public WindowSettings withFrame(Frame next) {
    return new WindowSettings(theme, textPercent, language, routes, Optional.of(next));
  }
}
