package org.tidings.ui.desktop;

/// What a notification can be about.
public enum NotificationKind {
  REPLY,
  MENTION,
  PRIVATE,
  FOLLOW,
  /// Somebody we do not follow has connected to us.
  STRANGER
}
