package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.Settings;
import org.tidings.feed.Bounds;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.desktop.QuietHours;
import org.tidings.ui.spelling.SpellingChoice;
import org.tidings.ui.theme.Appearance;
import org.tidings.ui.theme.Motion;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.WindowSettings;
import org.tidings.ui.workspace.WindowSettings.Frame;

class SettingsFileTest {
  private static final WindowSettings CHOSEN =
      WindowSettings.USUAL
          .withAppearance(
              Appearance.USUAL
                  .withTheme(ThemeChoice.DARK)
                  .withTextPercent(130)
                  .withMotion(Motion.REDUCED))
          .withBounds(new Bounds(3, 1L << 30))
          .withHome(TimelineFilter.CHANNELS)
          .withSpelling(SpellingChoice.USUAL.withLanguages(Set.of("de", "en")).withWord("Mara"))
          .withDesktop(
              DesktopSettings.USUAL
                  .with(NotificationKind.FOLLOW, false)
                  .withPrivateText(true)
                  .withQuiet(new QuietHours(true, LocalTime.of(21, 30), LocalTime.of(6, 0)))
                  .withStayInTray(true))
          .withEmoji("🌊")
          .withEmoji("👩‍🚀")
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
    Routes ways = new Routes(SocksProxy.parse("127.0.0.1:9050"), true, true, true);
    file.save(WindowSettings.USUAL.withRoutes(ways));
    assertThat(file.load().routes()).isEqualTo(ways);
    file.save(WindowSettings.USUAL);
    assertThat(file.load()).isEqualTo(WindowSettings.USUAL);
  }

  @Test
  void boundsThatMakeNoSenseAreTheUsualOnes() throws IOException {
    Files.writeString(json, "{\"hops\": -1, \"blobLimit\": 1e300}");
    assertThat(file.load().bounds()).isEqualTo(Bounds.USUAL);
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
    Files.writeString(json, "{\"port\": 3, \"later\": [1]}");
    file.save(CHOSEN);
    assertThat(Settings.read(folder).port(false)).isEqualTo(3);
    assertThat(Settings.read(folder).all().has("later")).isTrue();
  }

  @Test
  void whatMakesNoSenseCountsAsNotSet() throws IOException {
    Files.writeString(
        json,
        "{\"theme\": \"pink\", \"textPercent\": 9000, \"emoji\": [1, null], \"window\": {\"x\": 3},"
            + " \"desktop\": {\"silent\": [\"noise\", 1], \"quietFrom\": \"25:00\", \"quietHours\":"
            + " 3}}");
    assertThat(file.load())
        .isEqualTo(
            WindowSettings.USUAL.withAppearance(
                Appearance.USUAL.withTextPercent(Appearance.LARGEST_TEXT)));
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

  @Test
  void inTheWindowItIsSaidInItsLanguageWhyTheyAreNotSaved() throws IOException {
    Files.writeString(json, "no json");
    Texts.speak(Language.GERMAN);
    try {
      Problem problem = Problem.of(catchThrowable(() -> file.save(CHOSEN)));
      assertThat(problem.sentence())
          .startsWith("Die Einstellungen")
          .contains(json.toString(), "kein JSON");
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }
}
