package org.tidings.ui.theme;

/// What the person wants of things that move by themselves.
public enum Motion {
  /// Whatever the desktop says.
  SYSTEM,
  /// Nothing does.
  REDUCED
}
