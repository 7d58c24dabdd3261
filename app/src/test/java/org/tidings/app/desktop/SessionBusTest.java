package org.tidings.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionBusTest {
  private static final String TOLD = "DBUS_SESSION_BUS_ADDRESS";

  @Test
  void itIsWhereTheEnvironmentSays() {
    assertThat(SessionBus.address(Map.of(TOLD, "unix:path=/run/user/1000/bus,guid=ab")))
        .contains("unix:path=/run/user/1000/bus,guid=ab");
  }

  @Test
  void ofSeveralTheFirstThatIsAFileIsTaken() {
    assertThat(SessionBus.address(Map.of(TOLD, "unix:abstract=/tmp/a;unix:path=/b;unix:path=/c")))
        .contains("unix:path=/b");
    assertThat(SessionBus.address(Map.of(TOLD, "tcp:host=localhost,port=1"))).isEmpty();
  }

  @Test
  void otherwiseItIsInTheFolderOfTheSession(@TempDir Path folder) throws IOException {
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
    assertThat(SessionBus.address(environment)).isEmpty();
    Files.createFile(folder.resolve("bus"));
    assertThat(SessionBus.address(environment)).contains("unix:path=" + folder.resolve("bus"));
    assertThat(SessionBus.address(Map.of())).isEmpty();
  }
}
