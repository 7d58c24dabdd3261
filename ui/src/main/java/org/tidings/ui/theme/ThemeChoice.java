package org.tidings.ui.theme;

/// What a person chose for the colours of the window.
public enum ThemeChoice {
  /// Light or dark as the desktop says, changing with it.
  SYSTEM,
  LIGHT,
  DARK
}
