package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.TestPeer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody wants nothing to do with the internet for a while.
@Tag("journey")
class LocalOnlyJourneyTest {
  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void openSettings() throws IOException {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    test.goOnline();
    window = new OpenWindow(test);
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @Test
  void nobodyOnTheInternetIsCalledAndPeopleNearbyAre() throws IOException {
    window.click("Use only the local network");
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.reads("Only the local network is used.");
    call(new NetAddress("192.0.2.7", 8008, SomeKeys.of("Far").publicKey()));
    window.reads("as you have set");
    try (TestPeer nearby = TestPeer.start(folder.resolve("they"))) {
      call(nearby.address());
      window.reads("Connections, somebody is connected");
    }
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    window.click("Use only the local network");
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.readsNoMore("Only the local network is used.");
  }

  @Test
  void itIsSwitchedInTheConnectionsTooAndShowsWhereverItStands() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.click("Use only the local network");
    window.reads("Only the local network is used.");
    assertThat(test.workspace().replication().routes().localOnly()).isTrue();
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    assertThat(window.node("privacy-localOnly", CheckBox.class).isSelected()).isTrue();
    window.click("Let only people in reach connect");
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.reads("Only the local network is used.");
    window.click("Use only the local network");
    window.readsNoMore("Only the local network is used.");
    assertThat(test.workspace().replication().routes().onlyInReach()).isTrue();
  }

  @Test
  void whatIsNoProxyIsSaidToBeNone() {
    TextField proxy = window.node("proxy", TextField.class);
    Fx.run(() -> proxy.setText("tor"));
    Fx.run(proxy::requestFocus);
    window.press(KeyCode.ENTER);
    window.reads("A proxy is written HOST:PORT");
    assertThat(proxy.getText()).isEqualTo("tor");
  }

  private void call(NetAddress address) {
    TextField field = window.node("peer-address", TextField.class);
    Fx.run(() -> field.setText(address.toString()));
    window.click("peer-address");
    window.press(KeyCode.ENTER);
  }
}
