package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

/// What other programs were given.
@Tag("journey")
class DraggedOutJourneyTest {
  private TestWorkspace test;

  @BeforeEach
  void openFolder(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private Path leave(String name) throws IOException {
    Path folder = test.temp().folder().resolve("dragged").resolve(name);
    return Files.createFile(Files.createDirectories(folder).resolve("the wreck.png"));
  }

  @Test
  void itIsTakenBackWhenTheWindowClosesOrElseWhenItIsNextOpened() throws IOException {
    Path left = leave("before");
    Path given;
    try (OpenWindow window = new OpenWindow(test)) {
      await().until(() -> Files.notExists(left));
      given = leave("now");
      window.reads("Home");
      assertThat(given).exists();
    }
    assertThat(given).doesNotExist();
  }
}
