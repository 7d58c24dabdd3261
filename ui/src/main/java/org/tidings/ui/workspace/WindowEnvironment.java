package org.tidings.ui.workspace;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.tidings.ui.settings.SettingsStore;

/// What the program around the window lends it.
///
/// @param browser opens a web address outside of the program
public record WindowEnvironment(
    SettingsStore settings, InstantSource clock, Consumer<String> browser) {}
