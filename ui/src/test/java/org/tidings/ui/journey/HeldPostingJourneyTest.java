package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("journey")
class HeldPostingJourneyTest {
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void openWithPostingHeld(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    window = new OpenWindow(test);
    test.workspace().feeds().gate().keyInUseElsewhere();
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @Test
  void itIsSaidOnEveryScreenExplainedAndOverriddenKnowingly() {
    window.reads(Reason.KEY_IN_USE.sentence());
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    window.reads(Reason.KEY_IN_USE.sentence());
    window.click("What does this mean?");
    window.reads("Hide the explanation");
    window.click("Post from here on");
    window.reads("Post from here on?");
    window.press(KeyCode.ESCAPE);
    window.readsNoMore("Post from here on?");
    assertThat(test.workspace().feeds().gate().state()).isInstanceOf(GateState.Held.class);
    window.click("Post from here on");
    window.reads("Post from here on?");
    window.click("Yes, post from here on");
    window.readsNoMore(Reason.KEY_IN_USE.sentence());
    assertThat(test.workspace().feeds().gate().state()).isInstanceOf(GateState.Open.class);
  }
}
