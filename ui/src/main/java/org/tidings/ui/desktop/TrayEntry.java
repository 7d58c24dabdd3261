package org.tidings.ui.desktop;

/// What can be done in the tray, with the words for it.
///
/// @param opened run when the person wants the window, on any thread
/// @param quitted run when they want the program to end, on any thread
public record TrayEntry(String open, Runnable opened, String quit, Runnable quitted) {}
