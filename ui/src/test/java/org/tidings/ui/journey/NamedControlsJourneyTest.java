package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.replication.TestPeer;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;

/// Whatever can get the focus has a name that a screen reader can say.
@Tag("journey")
class NamedControlsJourneyTest {
  private static final List<KeyCode> PLACES =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7);

  @TempDir private Path folder;
  private TestWorkspace test;

  @BeforeEach
  void goOnline() throws Exception {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    test.goOnline();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void atTheFirstStart() {
    try (OpenWindow window = open(new WindowStart.FirstStart(() -> test.workspace().services()))) {
      assertThat(window.nameless()).isEmpty();
      window.press(KeyCode.ENTER);
      window.reads("What shall others call you?");
      assertThat(window.nameless()).isEmpty();
    }
  }

  @Test
  void amongConnections() throws Exception {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"));
        OpenWindow window = open(ready())) {
      peer.connect(test.workspace().replication().address());
      window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      window.reads("Connections, somebody is connected");
      assertThat(window.nameless()).isEmpty();
    }
  }

  @Test
  void whereverTheRailLeads() {
    try (OpenWindow window = open(ready())) {
      for (KeyCode digit : PLACES) {
        window.press(KeyCode.CONTROL, digit);
        assertThat(window.nameless()).as(digit.name()).isEmpty();
      }
    }
  }

  @Test
  void whereSomethingIsLookedForOrBegun() {
    try (OpenWindow window = open(ready())) {
      window.press(KeyCode.CONTROL, KeyCode.K);
      window.reads("Write a new post");
      assertThat(window.nameless()).isEmpty();
      window.press(KeyCode.ESCAPE);
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
      window.reads("0 of 6 people");
      assertThat(window.nameless()).isEmpty();
    }
  }

  @Test
  void inTheSettings() {
    try (OpenWindow window = open(ready())) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.reads("Appearance");
      assertThat(window.nameless()).isEmpty();
    }
  }

  private WindowStart ready() {
    return new WindowStart.Ready(test.workspace().services());
  }

  private OpenWindow open(WindowStart start) {
    return new OpenWindow(test.workspace().environment(), start);
  }
}
