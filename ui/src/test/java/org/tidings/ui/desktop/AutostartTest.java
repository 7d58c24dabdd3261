package org.tidings.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
  @TempDir private Path home;

  private Autostart autostart(String... command) {
    return new Autostart(home.resolve(".config/autostart"), List.of(command));
  }

  private Path file() {
    return home.resolve(".config/autostart/org.tidings.Tidings.desktop");
  }

  @Test
  void itIsOffUntilTurnedOnAndAfterItIsTurnedOff() throws IOException {
    Autostart autostart = autostart("/opt/tidings/bin/tidings");
    assertThat(autostart.isOn()).isFalse();
    autostart.turn(false);
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
    assertThat(file()).content().startsWith("[Desktop Entry]\n").contains("Type=Application\n");
    autostart.turn(false);
    assertThat(autostart.isOn()).isFalse();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aDesktopThatHidesTheFileHasTurnedItOff() throws IOException {
    Autostart autostart = autostart("tidings");
    autostart.turn(true);
    Files.writeString(file(), "\nHidden=true\n", StandardOpenOption.APPEND);
    assertThat(autostart.isOn()).isFalse();
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
  }

  @Test
  void oddCharactersOfAPathStayWhatTheyAre() throws IOException {
    autostart("/opt/tidings", "--data", "/home/a b/100%/$x\"`\\").turn(true);
    assertThat(file())
        .content()
        .contains(
            "Exec=\"/opt/tidings\" \"--data\" \"/home/a b/100%%/\\\\$x\\\\\"\\\\`\\\\\\\\\"\n");
  }

  @Test
  void whatCannotBeWrittenIsToldInWords() throws IOException {
    Files.writeString(home.resolve(".config"), "a file where a folder should be");
    assertThatThrownBy(() -> autostart("tidings").turn(true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not be changed")
        .hasMessageContaining(file().toString());
  }
}
