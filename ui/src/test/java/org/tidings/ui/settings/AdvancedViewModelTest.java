package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.settings.AdvancedViewModel.Building;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class AdvancedViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  @TempDir private Path folder;
  private TestWorkspace test;
  private AdvancedViewModel model;

  @BeforeEach
  void open() {
    test = new TestWorkspace(folder.resolve("we"), screen);
    mara.post("low water at noon");
    mara.post("high water at six");
    test.receive(mara);
    model = new AdvancedViewModel(test.workspace());
    test.closeFirst(model::close);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void indexesAreBuiltAnewWhenThePersonAsksForIt() {
    screen.until(() -> model.buildingProperty().get() instanceof Building.Idle);
    model.rebuild();
    assertThat(model.buildingProperty().get()).isInstanceOf(Building.UnderWay.class);
    screen.until(() -> model.buildingProperty().get() instanceof Building.Done);
    assertThat(test.workspace().feeds().indexing()).isEmpty();
  }

  @Test
  void whereTheyCannotBeBuiltAnewThatIsToldAndItMayBeAskedForAgain() {
    screen.until(() -> model.buildingProperty().get() instanceof Building.Idle);
    test.temp()
        .change(
            "CREATE TRIGGER no_rebuild BEFORE INSERT ON index_builds BEGIN"
                + " SELECT RAISE(ABORT, 'full'); END");
    model.rebuild();
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(model.buildingProperty().get()).isInstanceOf(Building.Idle.class);
  }

  @Test
  void theReportSaysHowMuchThereIsAndNothingThatAnybodyWrote() throws IOException {
    Path file = folder.resolve("report.txt");
    model.saveReport(file);
    screen.until(() -> model.savedProperty().get().isPresent());
    assertThat(Files.readString(file))
        .contains("messages: 2\n", "feeds: 1\n", "posting: open\n", "reach: 2\n")
        .doesNotContain("water", "Mara", mara.id().toString(), folder.toString())
        .doesNotContain(test.workspace().self().toString());
  }

  @Test
  void whereTheReportCannotBeWrittenThatIsTold() {
    model.saveReport(folder.resolve("no such folder").resolve("report.txt"));
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(model.savedProperty().get()).isEmpty();
  }
}
