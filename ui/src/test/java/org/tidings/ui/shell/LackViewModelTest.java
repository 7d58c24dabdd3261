package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class LackViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.post("low water at noon");
    test.receive(mara);
    test.temp().settled();
  }

  @AfterEach
  void close() {
    test.close();
  }

  private LackViewModel model() {
    LackViewModel model = new LackViewModel(test.workspace());
    test.closeFirst(model::close);
    return model;
  }

  /// As after an update, where more messages are here than new tables hold from the start.
  private void holdsTheNewestAlone(String index) {
    test.temp().refuseBuilds();
    test.workspace().feeds().rebuildIndexes();
    test.temp().change("UPDATE indexes SET version = -version WHERE name = '" + index + "'");
  }

  private void go(Place place) {
    test.workspace().navigator().go(place);
  }

  @Test
  void whereOlderPostsAreMissingThatIsSaidUntilTheyAreThere() {
    holdsTheNewestAlone("threads");
    LackViewModel model = model();
    screen.until(() -> model.hintProperty().get().isPresent());
    assertThat(model.hintProperty().get().orElseThrow()).contains("Older posts", "0 %");
    go(new Place.Profile(mara.id()));
    assertThat(model.hintProperty().get()).isPresent();
    test.temp().allowBuilds();
    test.workspace().feeds().rebuildIndexes();
    screen.until(() -> model.hintProperty().get().isEmpty());
  }

  @Test
  void nothingIsSaidWhereNothingIsMissing() {
    holdsTheNewestAlone("threads");
    LackViewModel model = model();
    screen.until(() -> model.hintProperty().get().isPresent());
    go(new Place.Settings());
    assertThat(model.hintProperty().get()).isEmpty();
  }

  @Test
  void whatIsBuiltBesideWholeTablesIsNotMissed() {
    holdsTheNewestAlone("search");
    LackViewModel model = model();
    screen.until(() -> test.workspace().feeds().indexing().size() > 1);
    go(new Place.Activity());
    assertThat(model.hintProperty().get()).isEmpty();
  }

  @Test
  void whilePrivateMessagesAreReadThatIsSaidWhereTheyAreShown() {
    test.temp()
        .change(
            "CREATE TRIGGER no_reading BEFORE UPDATE ON second_reader BEGIN"
                + " SELECT RAISE(ABORT, 'full'); END");
    for (int i = 0; i < 500; i++) {
      mara.writeSealed("AAAA.box");
    }
    test.receive(mara);
    LackViewModel model = model();
    go(new Place.Conversation(Set.of(mara.id())));
    screen.until(() -> model.hintProperty().get().isPresent());
    assertThat(model.hintProperty().get().orElseThrow()).startsWith("Private messages");
    go(new Place.Home());
    assertThat(model.hintProperty().get()).isEmpty();
    go(new Place.Private());
    assertThat(model.hintProperty().get()).isPresent();
    test.temp().change("DROP TRIGGER no_reading");
    mara.writeSealed("AAAA.box");
    test.receive(mara);
    screen.until(() -> model.hintProperty().get().isEmpty());
  }
}
