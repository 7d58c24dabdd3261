package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.tidings.ui.desktop.Autostart;

class LoginStartTest {
  private static final Path DATA = Path.of("/home/lena/.local/share/Tidings");
  private static final List<String> COMMAND =
      List.of("/opt/tidings/bin/tidings", "--data", DATA.toString());

  private static Properties installed(String system) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", "/home/lena");
    properties.setProperty("jpackage.app-path", "/opt/tidings/bin/tidings");
    return properties;
  }

  @Test
  void whatIsInstalledStartsItselfOnTheSameFolder() {
    assertThat(LoginStart.of(DATA, Map.of(), installed("Linux")))
        .contains(new Autostart(Path.of("/home/lena/.config/autostart"), COMMAND));
    assertThat(LoginStart.of(DATA, Map.of("XDG_CONFIG_HOME", "/conf"), installed("Linux")))
        .contains(new Autostart(Path.of("/conf/autostart"), COMMAND));
    assertThat(LoginStart.of(DATA, Map.of("XDG_CONFIG_HOME", "conf"), installed("Linux")))
        .contains(new Autostart(Path.of("/home/lena/.config/autostart"), COMMAND));
  }

  @Test
  void aCheckoutAndOtherSystemsOfferNothing() {
    Properties checkout = installed("Linux");
    checkout.remove("jpackage.app-path");
    assertThat(LoginStart.of(DATA, Map.of(), checkout)).isEmpty();
    assertThat(LoginStart.of(DATA, Map.of(), installed("Windows 11"))).isEmpty();
  }
}
