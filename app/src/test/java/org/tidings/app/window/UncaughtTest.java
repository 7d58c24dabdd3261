package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.LogFiles;
import org.tidings.ui.common.Problem;

class UncaughtTest {
  @TempDir private Path temp;

  private final List<Problem> told = new ArrayList<>();
  private final Uncaught uncaught = new Uncaught();

  private void fail() throws InterruptedException {
    Thread failing =
        new Thread(
            () -> {
              throw new IllegalStateException("nobody thought of this");
            });
    failing.setUncaughtExceptionHandler(uncaught);
    failing.start();
    failing.join();
  }

  @Test
  void theWindowShowsACode() throws InterruptedException {
    uncaught.showIn(told::add);
    fail();
    assertThat(told).hasSize(1).allMatch(Problem::isBug);
  }

  @Test
  void theLogKeepsTheStack() throws FolderException, IOException, InterruptedException {
    DataFolder folder = DataFolder.at(temp.resolve("data"), temp.resolve("state"));
    try (LogFiles files = LogFiles.start(folder)) {
      assertThat(files).isNotNull();
      fail();
    }
    assertThat(Files.readString(folder.log().resolve("tidings-0.log")))
        .contains("nobody thought of this")
        .contains("at " + UncaughtTest.class.getName());
  }
}
