package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

/// Pictures and files that are dropped at once.
class AttachingSeveralTest {
  @TempDir private Path folder;
  private final FakeScreen screen = new FakeScreen();
  private final ObservableList<Attachment> attachments = FXCollections.observableArrayList();

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private TestWorkspace workspace(Executor work) {
    return new TestWorkspace(folder.resolve("tidings"), work, screen);
  }

  @Test
  void theyStandInTheOrderInWhichTheyWereGivenHoweverLongEachTakes() throws Exception {
    try (ExecutorService work = Executors.newVirtualThreadPerTaskExecutor()) {
      TestWorkspace test = workspace(work);
      Attaching attaching = new Attaching(test.workspace(), false, attachments);
      byte[] large = SomePictures.file(SomePictures.landscape(2_000, 1_500, 1), "png");
      attaching.files(List.of(file("large.png", large), file("tides.pdf", new byte[10])));
      screen.until(() -> attaching.busyProperty().get() == 0);
      assertThat(attachments).extracting(Attachment::words).containsExactly("", "tides.pdf");
      test.close();
    }
  }

  @Test
  void oneIsMadeReadyAtATimeAndOneThatIsRefusedHoldsNoOtherUp() throws Exception {
    List<Runnable> held = new ArrayList<>();
    TestWorkspace test = workspace(held::add);
    Attaching attaching = new Attaching(test.workspace(), false, attachments);
    attaching.files(
        List.of(
            file("one.txt", new byte[1]),
            file("two.heic", new byte[2]),
            file("three.txt", new byte[3])));
    for (int left = 3; left > 0; left--) {
      int busy = left - 1;
      assertThat(held).hasSize(1);
      held.removeFirst().run();
      screen.until(() -> attaching.busyProperty().get() == busy);
    }
    assertThat(held).isEmpty();
    assertThat(attachments).extracting(Attachment::words).containsExactly("one.txt", "three.txt");
    test.close();
  }
}
