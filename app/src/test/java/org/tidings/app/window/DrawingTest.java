package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {
  @TempDir Path devices;

  @Test
  void aSystemWithoutGraphicsHasNoProcessorForThem() throws IOException {
    Files.createDirectory(devices.resolve("shm"));
    assertThat(Drawing.hasProcessor(devices)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dri", "nvidiactl", "dxg"})
  void aProcessorIsFound(String device) throws IOException {
    Files.createDirectory(devices.resolve(device));
    assertThat(Drawing.hasProcessor(devices)).isTrue();
  }
}
