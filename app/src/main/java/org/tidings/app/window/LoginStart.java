package org.tidings.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tidings.ui.desktop.Autostart;

/// How this program is started at login, where it is installed and the desktop is one of
/// freedesktop.org. Stateless.
final class LoginStart {
  private LoginStart() {}

  /// The same program on the same folder.
  static Optional<Autostart> of(
      Path folder, Map<String, String> environment, Properties properties) {
    boolean linux = properties.getProperty("os.name", "").startsWith("Linux");
    return Optional.ofNullable(properties.getProperty("jpackage.app-path"))
        .filter(installed -> linux)
        .map(
            program ->
                new Autostart(
                    settings(environment, properties).resolve("autostart"),
                    List.of(program, "--data", folder.toAbsolutePath().toString())));
  }

  private static Path settings(Map<String, String> environment, Properties properties) {
    String told = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return told.startsWith("/")
        ? Path.of(told)
        : Path.of(properties.getProperty("user.home"), ".config");
  }
}
