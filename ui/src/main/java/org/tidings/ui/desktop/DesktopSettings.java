package org.tidings.ui.desktop;

import java.util.EnumSet;
import java.util.Set;

/// What the desktop is to do for the person.
///
/// @param kinds what notifications are shown of
/// @param privateText whether they show what private messages say
/// @param stayInTray whether the program goes on when the window is closed
public record DesktopSettings(
    Set<NotificationKind> kinds, boolean privateText, QuietHours quiet, boolean stayInTray) {
  public static final DesktopSettings USUAL =
      new DesktopSettings(EnumSet.allOf(NotificationKind.class), false, QuietHours.USUAL, false);

  public DesktopSettings {
    kinds = Set.copyOf(kinds);
  }

  /// With notifications of this kind shown, or not.
  public DesktopSettings with(NotificationKind kind, boolean shown) {
    EnumSet<NotificationKind> next = EnumSet.noneOf(NotificationKind.class);
    next.addAll(kinds);
    if (shown) {
      next.add(kind);
    } else {
      next.remove(kind);
    }
    return new DesktopSettings(next, privateText, quiet, stayInTray);
  }

  public DesktopSettings withPrivateText(boolean next) {
    return new DesktopSettings(kinds, next, quiet, stayInTray);
  }

  public DesktopSettings withQuiet(QuietHours next) {
    return new DesktopSettings(kinds, privateText, next, stayInTray);
  }

  public DesktopSettings withStayInTray(boolean next) {
    return new DesktopSettings(kinds, privateText, quiet, next);
  }
}
