package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgressLineTest {
  private static final String NOTHING = "\r\u001b[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ProgressLine line(Optional<Duration> pace) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ProgressLine(new Terminal(stream, stream, pace), "Counting sheep");
  }

  private void await(String text) {
    while (!said().contains(text)) {
      Thread.onSpinWait();
    }
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whoeverWatchesIsToldHowFarItIsUntilItIsDone() throws IOException {
    try (ProgressLine line = line(Optional.of(Duration.ofMillis(1)))) {
      await("\rCounting sheep (0 s)");
      line.at(1, 3);
      await("\rCounting sheep, 33 % (");
      line.at("{\"done\":2,\"total\":3}".getBytes(StandardCharsets.UTF_8));
      await("\rCounting sheep, 66 % (");
      line.doing("Shearing");
      await("\rShearing, 66 % (");
      line.at(3, 3);
    }

    assertThat(said()).endsWith(NOTHING).doesNotContain("100 %", "\n");
  }

  @Test
  void whereNobodyWatchesNothingIsSaid() {
    try (ProgressLine line = line(Optional.empty())) {
      line.at(1, 3);
    }

    assertThat(said()).isEmpty();
  }
}
