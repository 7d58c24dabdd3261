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
  private final List<Integer> ended = new ArrayList<>();
  private final Uncaught uncaught = new Uncaught(ended::add);

  private void fail() throws InterruptedException {
    fail(
        "test",
        () -> {
          throw new IllegalStateException("nobody thought of this");
        });
  }

  private void fail(String name, Runnable doing) throws InterruptedException {
    Thread failing = new Thread(doing, name);
    failing.setUncaughtExceptionHandler(uncaught);
    failing.start();
    failing.join();
  }

  @Test
  void theWindowShowsACode() throws InterruptedException {
    uncaught.showIn(told::add);
    fail();
    assertThat(told).hasSize(1).allMatch(Problem::isBug);
    assertThat(ended).isEmpty();
  }

  private void runOutOfMemory(String thread) throws InterruptedException {
    uncaught.showIn(told::add);
    fail(
        thread,
        () -> {
          throw new OutOfMemoryError("of a test");
        });
  }

  @Test
  void aWindowThatRunsOutOfMemoryEndsTheProgram() throws InterruptedException {
    runOutOfMemory("JavaFX Application Thread");
    assertThat(ended).containsExactly(Uncaught.NO_MEMORY);
    assertThat(told).isEmpty();
  }

  @Test
  void whatElseRunsOutOfMemoryIsToldLikeAnyFault() throws InterruptedException {
    runOutOfMemory("peer");
    assertThat(ended).isEmpty();
    assertThat(told).hasSize(1);
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
