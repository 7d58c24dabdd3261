package org.tidings.ui.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.Bounds;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.Language;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.spelling.SpellingChoice;
import org.tidings.ui.theme.Motion;
import org.tidings.ui.theme.ThemeChoice;

/// What a person has set about the window.
///
/// @param textPercent size of all text, from [#SMALLEST_TEXT] to [#LARGEST_TEXT] percent of the
///     usual
/// @param home whose threads home shows
/// @param routes by which ways others are reached; a matter of the network, kept with the rest
/// @param bounds how much of what others say is kept; how far counts when the program next starts
/// @param spelling by what texts are checked
/// @param desktop what the desktop around the window is to do
/// @param emoji those chosen last, the last one first
/// @param frame where the window was when it was last closed
public record WindowSettings(
    ThemeChoice theme,
    int textPercent,
    Motion motion,
    Language language,
    TimelineFilter home,
    Routes routes,
    Bounds bounds,
    SpellingChoice spelling,
    DesktopSettings desktop,
    List<String> emoji,
    Optional<Frame> frame) {
  public static final int SMALLEST_TEXT = 80;
  public static final int LARGEST_TEXT = 200;
  public static final int USUAL_TEXT = 100;

  /// So many emoji are remembered.
  private static final int MOST_EMOJI = 27;

  public static final WindowSettings USUAL =
      new WindowSettings(
          ThemeChoice.SYSTEM,
          USUAL_TEXT,
          Motion.SYSTEM,
          Language.SYSTEM,
          TimelineFilter.FOLLOWING,
          Routes.DIRECT,
          Bounds.USUAL,
          SpellingChoice.USUAL,
          DesktopSettings.USUAL,
          List.of(),
          Optional.empty());

  public WindowSettings {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
    emoji = emoji.stream().distinct().limit(MOST_EMOJI).toList();
  }

  /// Place and size of a window, and whether it fills the screen instead.
  public record Frame(double x, double y, double width, double height, boolean maximised) {}

  public WindowSettings withTheme(ThemeChoice next) {
    return new WindowSettings(
        next, textPercent, motion, language, home, routes, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withTextPercent(int next) {
    return new WindowSettings(
        theme, next, motion, language, home, routes, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withMotion(Motion next) {
    return new WindowSettings(
        theme, textPercent, next, language, home, routes, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withLanguage(Language next) {
    return new WindowSettings(
        theme, textPercent, motion, next, home, routes, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withHome(TimelineFilter next) {
    return new WindowSettings(
        theme,
        textPercent,
        motion,
        language,
        next,
        routes,
        bounds,
        spelling,
        desktop,
        emoji,
        frame);
  }

  public WindowSettings withRoutes(Routes next) {
    return new WindowSettings(
        theme, textPercent, motion, language, home, next, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withBounds(Bounds next) {
    return new WindowSettings(
        theme, textPercent, motion, language, home, routes, next, spelling, desktop, emoji, frame);
  }

  public WindowSettings withSpelling(SpellingChoice next) {
    return new WindowSettings(
        theme, textPercent, motion, language, home, routes, bounds, next, desktop, emoji, frame);
  }

  public WindowSettings withDesktop(DesktopSettings next) {
    return new WindowSettings(
        theme, textPercent, motion, language, home, routes, bounds, spelling, next, emoji, frame);
  }

  /// With `chosen` as the emoji chosen last.
  public WindowSettings withEmoji(String chosen) {
    return new WindowSettings(
        theme,
        textPercent,
        motion,
        language,
        home,
        routes,
        bounds,
        spelling,
        desktop,
        Stream.concat(Stream.of(chosen), emoji.stream()).toList(),
        frame);
  }

  public WindowSettings withFrame(Frame next) {
    return new WindowSettings(
        theme,
        textPercent,
        motion,
        language,
        home,
        routes,
        bounds,
        spelling,
        desktop,
        emoji,
        Optional.of(next));
  }
}
