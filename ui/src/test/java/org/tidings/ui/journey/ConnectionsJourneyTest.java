package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.About;
import org.tidings.feed.log.PublishRefused;
import org.tidings.replication.InviteKind;
import org.tidings.replication.TestPeer;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("journey")
class ConnectionsJourneyTest {
  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void openConnections() throws IOException {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    test.goOnline();
    window = new OpenWindow(test);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.reads("Nobody is connected.");
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @Test
  void aWrongAddressIsRefusedWhereItWasTypedAndKept() {
    window.click("Paste an invite");
    window.type("somewhere");
    window.press(KeyCode.ENTER);
    TextField field = field();
    window.eventually(
        "the field says why",
        () -> field.getAccessibleHelp().contains("neither an invite nor an address"));
    assertThat(field.getText()).isEqualTo("somewhere");
  }

  @Test
  void aRightAddressConnectsAndFollowingBringsTheName() throws IOException, PublishRefused {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      peer.feeds().publisher().publish(About.name(peer.id(), "Mara Lindqvist").toJson());
      TextField field = field();
      Fx.run(() -> field.setText(peer.address().toString()));
      window.click("peer-address");
      window.press(KeyCode.ENTER);
      window.reads("Connections, somebody is connected");
      window.click("Follow");
      window.reads("Connected to Mara Lindqvist.");
      window.reads("Following");
    }
    window.reads("Connections, nobody is connected");
  }

  @Test
  void theCodeThatPairsDevicesCanBeCopiedAsText() {
    Scene scene = window.stage().getScene();
    Fx.run(() -> ((ToggleButton) scene.lookup(".qr-toggle")).fire());
    window.reads("The same as text");
    String text =
        Fx.get(
            () ->
                scene.getRoot().lookupAll(".copy-field").stream()
                    .filter(node -> "The same as text".equals(node.getAccessibleText()))
                    .map(node -> ((TextField) node).getText())
                    .findFirst()
                    .orElseThrow());
    assertThat(InviteKind.of(text)).contains(InviteKind.DEVICE);
  }

  private TextField field() {
    return window.node("peer-address", TextField.class);
  }
}
