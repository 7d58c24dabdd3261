package org.tidings.ui.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tidings.ui.common.Texts;

/// Whether the desktop starts the program when the person logs in: a file of ours among those that
/// it looks at (Desktop Application Autostart Specification of freedesktop.org). Others may change
/// or remove it, so that nothing is remembered here.
///
/// @param folder where such files lie
/// @param command the program and what it is given
public record Autostart(Path folder, List<String> command) {
  private static final String NAME = "org.tidings.Tidings.desktop";

  public Autostart {
    command = List.copyOf(command);
  }

  /// Whether it does. Reads the file.
  public boolean isOn() throws IOException {
    return Files.exists(file()) && !Files.readString(file()).contains("Hidden=true");
  }

  /// Has it do so, or no longer.
  ///
  /// @throws IOException with a sentence for people
  public void turn(boolean on) throws IOException {
    try {
      if (on) {
        Files.createDirectories(folder);
        Files.writeString(file(), entry());
      } else {
        Files.deleteIfExists(file());
      }
    } catch (IOException e) {
      throw new IOException(Texts.of("login.failed", file().toString()), e);
    }
  }

  private Path file() {
    return folder.resolve(NAME);
  }

  private String entry() {
    return """
    [Desktop Entry]
    Type=Application
    Name=Tidings
    Icon=org.tidings.Tidings
    Exec=%s
    Terminal=false
    """
        .formatted(command.stream().map(Autostart::quoted).collect(Collectors.joining(" ")));
  }

  /// As the Desktop Entry Specification has it, where backslashes are taken off twice.
  private static String quoted(String word) {
    String escaped = word.replaceAll("([\"`$\\\\])", "\\\\$1").replace("\\", "\\\\");
    return '"' + escaped.replace("%", "%%") + '"';
  }
}
