package org.tidings.app.folder;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where this system wants a program to keep its things.
///
/// @param data for what must not be lost: the default data folder
/// @param state for what belongs to this machine alone and is not copied along with the data
public record Places(Path data, Path state) {
  private static final String NAME = "Tidings";

  /// The places of the system and person we run as.
  public static Places current() {
    return of(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"));
  }

  /// XDG folders, Application Support or `%APPDATA%`, each named for the program. `HOME` counts
  /// before what the system's list of people says of `person`, as it does for a shell.
  static Places of(String system, Map<String, String> environment, String person) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path applications = Path.of(person, "AppData");
      Path roaming = absolute(environment.get("APPDATA"), applications.resolve("Roaming"));
      Path machine = absolute(environment.get("LOCALAPPDATA"), applications.resolve("Local"));
      return new Places(roaming.resolve(NAME), machine.resolve(NAME + " State"));
    }
    Path home = absolute(environment.get("HOME"), Path.of(person));
    if (os.startsWith("mac")) {
      Path support = home.resolve("Library").resolve("Application Support");
      return new Places(support.resolve(NAME), support.resolve(NAME + " State"));
    }
    Path local = home.resolve(".local");
    Path data = absolute(environment.get("XDG_DATA_HOME"), local.resolve("share"));
    Path state = absolute(environment.get("XDG_STATE_HOME"), local.resolve("state"));
    return new Places(data.resolve(NAME), state.resolve(NAME));
  }

  /// XDG: "if an implementation encounters a relative path it should consider the path invalid".
  private static Path absolute(@Nullable String value, Path otherwise) {
    return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }
}
