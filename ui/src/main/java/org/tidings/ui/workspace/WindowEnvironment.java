package org.tidings.ui.workspace;

import java.util.function.Consumer;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.desktop.DesktopHost;

/// What the program around the window lends it.
///
/// @param browser opens a web address, or a folder, outside of the program
public record WindowEnvironment(
    Preferences preferences,
    WindowClock clock,
    Consumer<String> browser,
    FileDialogs dialogs,
    DesktopHost desktop,
    Installation installation) {}
