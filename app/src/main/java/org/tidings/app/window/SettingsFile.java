package org.tidings.app.window;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.Settings;
import org.tidings.feed.json.Json;
import org.tidings.ui.settings.SettingsStore;
import org.tidings.ui.settings.WindowSettings;
import org.tidings.ui.theme.ThemeChoice;

/// Keeps the window's settings among all others in the data folder. Thread-safe.
final class SettingsFile implements SettingsStore {
  private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);
  private static final String THEME = "theme";
  private static final String TEXT = "textPercent";

  private final DataFolder folder;

  SettingsFile(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public synchronized WindowSettings load() {
    try {
      return of(Settings.read(folder));
    } catch (FolderException e) {
      log.warn("the window looks as usual: {}", e.getMessage());
      return WindowSettings.USUAL;
    }
  }

  @Override
  public synchronized void save(WindowSettings settings) throws IOException {
    try {
      Settings.read(folder)
          .with(THEME, Json.of(settings.theme().name().toLowerCase(Locale.ROOT)))
          .with(TEXT, Json.of(settings.textPercent()))
          .write(folder);
    } catch (FolderException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static WindowSettings of(Settings settings) {
    String theme = settings.all().string(THEME).orElse("");
    return new WindowSettings(
        Arrays.stream(ThemeChoice.values())
            .filter(choice -> choice.name().equalsIgnoreCase(theme))
            .findFirst()
            .orElse(WindowSettings.USUAL.theme()),
        (int) settings.all().number(TEXT).orElse(WindowSettings.USUAL.textPercent()));
  }
}
