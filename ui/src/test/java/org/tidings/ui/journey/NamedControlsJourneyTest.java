package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.replication.TestPeer;
import org.tidings.ui.Fx;
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
      assertThat(nameless(window)).isEmpty();
      window.press(KeyCode.ENTER);
      window.reads("What shall others call you?");
      assertThat(nameless(window)).isEmpty();
    }
  }

  @Test
  void amongConnections() throws Exception {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"));
        OpenWindow window = open(ready())) {
      peer.connect(test.workspace().replication().address());
      window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      window.reads("Connections, somebody is connected");
      assertThat(nameless(window)).isEmpty();
    }
  }

  @Test
  void whereverTheRailLeads() {
    try (OpenWindow window = open(ready())) {
      for (KeyCode digit : PLACES) {
        window.press(KeyCode.CONTROL, digit);
        assertThat(nameless(window)).as(digit.name()).isEmpty();
      }
    }
  }

  @Test
  void whereSomethingIsLookedForOrBegun() {
    try (OpenWindow window = open(ready())) {
      window.press(KeyCode.CONTROL, KeyCode.K);
      window.reads("Write a new post");
      assertThat(nameless(window)).isEmpty();
      window.press(KeyCode.ESCAPE);
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
      window.reads("0 of 6 people");
      assertThat(nameless(window)).isEmpty();
    }
  }

  @Test
  void inTheSettings() {
    try (OpenWindow window = open(ready())) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.reads("Appearance");
      assertThat(nameless(window)).isEmpty();
    }
  }

  private WindowStart ready() {
    return new WindowStart.Ready(test.workspace().services());
  }

  private OpenWindow open(WindowStart start) {
    return new OpenWindow(test.workspace().environment(), start);
  }

  private static List<Node> nameless(OpenWindow window) {
    return Fx.get(
        () -> {
          List<Node> found = new ArrayList<>();
          Queue<Node> waiting = new ArrayDeque<>();
          waiting.add(window.stage().getScene().getRoot());
          for (Node node = waiting.poll(); node != null; node = waiting.poll()) {
            if (node.isVisible() && node.isFocusTraversable() && !isNamed(node)) {
              found.add(node);
            }
            if (node.isVisible() && node instanceof Parent parent) {
              waiting.addAll(parent.getChildrenUnmodifiable());
            }
          }
          return found;
        });
  }

  private static boolean isNamed(Node node) {
    boolean labelled = node instanceof Labeled labeled && !labeled.getText().isBlank();
    String said = node.getAccessibleText();
    return labelled || (said != null && !said.isBlank()) || !(node instanceof Control);
  }
}
