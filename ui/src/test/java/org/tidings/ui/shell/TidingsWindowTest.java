package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

class TidingsWindowTest {
  private final CountDownLatch known = new CountDownLatch(1);
  private TestWorkspace test;
  private Stage stage;
  private TidingsWindow window;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    stage = Fx.get(Stage::new);
    window = Fx.get(() -> new TidingsWindow(stage, test.workspace().environment(), () -> {}));
    Fx.run(
        () ->
            window.open(
                () -> {
                  known.await();
                  return new WindowStart.Refused("The folder is full.", Optional.empty());
                }));
  }

  @AfterEach
  void close() {
    known.countDown();
    Fx.run(
        () -> {
          stage.close();
          window.close();
        });
    test.close();
  }

  private int contents() {
    return Fx.get(() -> stage.getScene().getRoot().getChildrenUnmodifiable().size());
  }

  @Test
  void theWindowIsThereBeforeItIsKnownWhatItShows() {
    assertThat(Fx.get(stage::isShowing)).isTrue();
    assertThat(Fx.get(stage::getTitle)).isEqualTo("Tidings");
    assertThat(contents()).isZero();
  }

  @Test
  void itShowsItsContentOnceThatIsKnown() {
    known.countDown();
    await().until(() -> contents() == 1);
  }

  @Test
  void nothingIsShownInAWindowThatHasClosedMeanwhile() {
    Fx.run(window::close);
    known.countDown();
    Fx.settle();
    assertThat(contents()).isZero();
  }
}
