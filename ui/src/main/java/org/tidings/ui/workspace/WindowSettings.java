package org.tidings.ui.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.Bounds;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.spelling.SpellingChoice;
import org.tidings.ui.theme.Appearance;

/// What a person has set about the window.
///
/// @param home whose threads home shows
/// @param routes by which ways others are reached; a matter of the network, kept with the rest
/// @param bounds how much of what others say is kept; how far counts when the program next starts
/// @param spelling by what texts are checked
/// @param desktop what the desktop around the window is to do
/// @param emoji those chosen last, the last one first
/// @param frame where the window was when it was last closed
public record WindowSettings(
    Appearance appearance,
    TimelineFilter home,
    Routes routes,
    Bounds bounds,
    SpellingChoice spelling,
    DesktopSettings desktop,
    List<String> emoji,
    Optional<Frame> frame) {

  /// So many emoji are remembered.
  private static final int MOST_EMOJI = 27;

  public static final WindowSettings USUAL =
      new WindowSettings(
          Appearance.USUAL,
          TimelineFilter.FOLLOWING,
          Routes.DIRECT,
          Bounds.USUAL,
          SpellingChoice.USUAL,
          DesktopSettings.USUAL,
          List.of(),
          Optional.empty());

  public WindowSettings {
    emoji = emoji.stream().distinct().limit(MOST_EMOJI).toList();
  }

  /// Place and size of a window, and whether it fills the screen instead.
  public record Frame(double x, double y, double width, double height, boolean maximised) {}

  public WindowSettings withAppearance(Appearance next) {
    return new WindowSettings(next, home, routes, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withHome(TimelineFilter next) {
    return new WindowSettings(appearance, next, routes, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withRoutes(Routes next) {
    return new WindowSettings(appearance, home, next, bounds, spelling, desktop, emoji, frame);
  }

  public WindowSettings withBounds(Bounds next) {
    return new WindowSettings(appearance, home, routes, next, spelling, desktop, emoji, frame);
  }

  public WindowSettings withSpelling(SpellingChoice next) {
    return new WindowSettings(appearance, home, routes, bounds, next, desktop, emoji, frame);
  }

  public WindowSettings withDesktop(DesktopSettings next) {
    return new WindowSettings(appearance, home, routes, bounds, spelling, next, emoji, frame);
  }

  /// With `chosen` as the emoji chosen last.
  public WindowSettings withEmoji(String chosen) {
    List<String> next = Stream.concat(Stream.of(chosen), emoji.stream()).toList();
    return new WindowSettings(appearance, home, routes, bounds, spelling, desktop, next, frame);
  }

  public WindowSettings withFrame(Frame next) {
    return new WindowSettings(
        appearance, home, routes, bounds, spelling, desktop, emoji, Optional.of(next));
  }
}
