package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

class TidingsWindowTest {
  private final CountDownLatch known = new CountDownLatch(1);
  private WindowStart content = new WindowStart.Refused("The folder is full.", Optional.empty());
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
                  return content;
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

  @Test
  void whatIsReadyOnlyWhenTheWindowHasClosedIsNotEntered() {
    content =
        new WindowStart.FirstStart(
            () -> {
              Platform.runLater(window::close);
              return test.workspace().services();
            },
            test.restoration());
    known.countDown();
    Person person = new Person(stage);
    person.click("Continue");
    person.click("Create my identity");
    Fx.settle();
    assertThatCode(WaitForAsyncUtils::checkException).doesNotThrowAnyException();
    person.reads("What shall others call you?");
  }
}
