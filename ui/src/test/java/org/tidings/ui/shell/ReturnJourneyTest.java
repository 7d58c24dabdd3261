package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.navigation.Place;

/// Whoever goes back by keyboard is where they were.
@Tag("journey")
class ReturnJourneyTest {
  private OpenShell window;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    window = new OpenShell(folder);
    window.test().goOnline();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void toTheSettings() {
    window.go(new Place.Settings());
    assertThat(focused()).isInstanceOf(ScrollColumn.class);
    goAwayAndBackFrom("theme-DARK");
  }

  @Test
  void toTheConnections() {
    window.go(new Place.Peers());
    window.eventually("the keyboard is here", () -> focusedNow() instanceof ScrollColumn);
    goAwayAndBackFrom("peer-address");
  }

  private void goAwayAndBackFrom(String id) {
    Node control = window.node(id, Node.class);
    Fx.run(control::requestFocus);
    window.go(new Place.Bookmarks());
    assertThat(focused()).isNotEqualTo(control);
    window.press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(focused()).isEqualTo(control);
  }

  private Node focused() {
    return Fx.get(this::focusedNow);
  }

  private Node focusedNow() {
    return window.stage().getScene().getFocusOwner();
  }
}
