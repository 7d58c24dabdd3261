package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.Settings;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.WindowSettings;
import org.tidings.ui.workspace.WindowSettings.Frame;

class SettingsFileTest {
  private static final WindowSettings CHOSEN =
      WindowSettings.USUAL
          .withTheme(ThemeChoice.DARK)
          .withTextPercent(130)
          .withFrame(new Frame(40, -8, 1_000.5, 700, true));

  private Path json;
  private DataFolder folder;
  private SettingsFile file;

  @BeforeEach
  void openFolder(@TempDir Path temp) throws FolderException {
    json = temp.resolve("data").resolve("settings.json");
    folder = DataFolder.at(temp.resolve("data"), temp.resolve("state"));
    file = new SettingsFile(folder);
  }

  @Test
  void waysToOthersAreKept() throws IOException {
    Routes ways = new Routes(SocksProxy.parse("127.0.0.1:9050"), true);
    file.save(WindowSettings.USUAL.withRoutes(ways));
    assertThat(file.load().routes()).isEqualTo(ways);
    file.save(WindowSettings.USUAL);
    assertThat(file.load()).isEqualTo(WindowSettings.USUAL);
  }

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    file.save(CHOSEN);
    assertThat(file.load()).isEqualTo(CHOSEN);
  }

  @Test
  void withoutAFileEverythingIsAsUsual() {
    assertThat(file.load()).isEqualTo(WindowSettings.USUAL);
  }

  @Test
  void settingsOfOthersStay() throws Exception {
    Files.writeString(json, "{\"hops\": 3, \"later\": [1]}");
    file.save(CHOSEN);
    assertThat(Settings.read(folder).hops()).isEqualTo(3);
    assertThat(Settings.read(folder).all().has("later")).isTrue();
  }

  @Test
  void whatMakesNoSenseCountsAsNotSet() throws IOException {
    Files.writeString(json, "{\"theme\": \"pink\", \"textPercent\": 9000, \"window\": {\"x\": 3}}");
    assertThat(file.load())
        .isEqualTo(WindowSettings.USUAL.withTextPercent(WindowSettings.LARGEST_TEXT));
  }

  @Test
  void aFileThatCannotBeReadIsLeftAlone() throws IOException {
    Files.writeString(json, "no json");
    assertThat(file.load()).isEqualTo(WindowSettings.USUAL);
    assertThatThrownBy(() -> file.save(CHOSEN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be read");
    assertThat(json).hasContent("no json");
  }
}
