package org.tidings.ui.desktop;

/// Something the desktop tells the person.
///
/// @param title plain text, in a few words
/// @param text plain text, may be empty
/// @param opened run when the person wants to see it, on any thread
public record Notification(String title, String text, Runnable opened) {}
