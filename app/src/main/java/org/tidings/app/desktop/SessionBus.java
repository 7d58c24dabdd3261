package org.tidings.app.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Where the bus of the person's session is. Stateless.
public final class SessionBus {
  private static final String BY_PATH = "unix:path=";

  private SessionBus() {}

  /// Its address, where this environment tells of one that we can reach: a socket in the file
  /// system.
  public static Optional<String> address(Map<String, String> environment) {
    String told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
    return told.isEmpty()
        ? usual(environment)
        : Arrays.stream(told.split(";")).filter(one -> one.startsWith(BY_PATH)).findFirst();
  }

  private static Optional<String> usual(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
        .map(folder -> Path.of(folder, "bus"))
        .filter(Files::exists)
        .map(socket -> BY_PATH + socket);
  }
}
