package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.command.TwoHosts;

/// With the cable pulled, everything in the window but connections works, and after a restart
/// nothing is missing. Runs where the machine has no network interface that is up, not even
/// loopback.
@Tag("journey")
@Timeout(180)
class CablePulledTest {
  @TempDir private Path folder;

  @Test
  void everythingButConnectionsWorksAndOutlastsAKill() throws Exception {
    Optional<List<String>> alone = TwoHosts.unshare();
    assumeThat(alone)
        .as("whether unshare -n or unshare -rn is allowed here, to be without a network")
        .isPresent();
    assertThat(live(alone.orElseThrow(), Castaway.FIRST_DAY)).isEqualTo(Castaway.KILLED);
    assertThat(live(alone.orElseThrow(), Castaway.ANOTHER_DAY)).isZero();
  }

  private int live(List<String> alone, String day) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(alone);
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Dtestfx.robot=glass",
            "-Dtestfx.headless=false",
            "-cp",
            System.getProperty("java.class.path"),
            Castaway.class.getName(),
            folder.resolve("data").toString(),
            folder.resolve("state").toString(),
            day));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    System.out.print(process.inputReader().readAllAsString());
    return process.waitFor();
  }
}
