package org.tidings.ui.desktop;

/// What of a desktop there is.
///
/// @param notifications whether notifications are shown
/// @param tray whether we are in a tray that somebody shows
public record DesktopOffer(boolean notifications, boolean tray) {
  public static final DesktopOffer NOTHING = new DesktopOffer(false, false);
}
