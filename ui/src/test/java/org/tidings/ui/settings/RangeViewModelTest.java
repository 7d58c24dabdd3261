package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.upkeep.Ring;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class RangeViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;
  private RangeViewModel range;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    range = new RangeViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void theRingsAreRead() {
    screen.until(() -> !range.ringsProperty().get().isEmpty());
    assertThat(range.ringsProperty().get()).extracting(Ring::hops).startsWith(0).endsWith(3);
  }

  @Test
  void aChoiceIsKeptAndCountsAtOnce() {
    assertThat(range.hops().getValue()).isEqualTo(2);
    range.choose(3);
    assertThat(test.workspace().environment().preferences().settings().bounds().hops())
        .isEqualTo(3);
    screen.until(() -> test.workspace().feeds().graph().maxHops() == 3);
    screen.until(() -> range.ringsProperty().get().getLast().hops() == 4);
  }
}
