package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.TestWorkspace;

class SettingsViewTest {
  private TestWorkspace test;
  private Screen screen;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    screen = Fx.get(() -> SettingsView.screen(test.workspace()));
  }

  @AfterEach
  void close() {
    Fx.run(screen.leave());
    test.close();
  }

  private boolean has(String id) {
    Parent content = screen.content();
    content.applyCss();
    return content.lookup(id) != null;
  }

  private void show() {
    new Scene(screen.content());
  }

  @Test
  void whatIsSeenFirstIsThereAtOnceAndTheRestForWhoeverStays() {
    Fx.run(
        () -> {
          show();
          assertThat(has("#theme-DARK")).isTrue();
          assertThat(has("#storage-compact")).isFalse();
        });
    await().until(() -> Fx.get(() -> has("#storage-compact") && has(".about-version")));
  }

  @Test
  void whoeverGoesOnByKeyboardMissesNothing() {
    Fx.run(
        () -> {
          show();
          screen.content().fireEvent(pressed(KeyCode.TAB));
          assertThat(has(".about-version")).isTrue();
        });
  }

  @Test
  void forWhoeverLeavesNothingMoreIsMade() {
    Fx.run(
        () -> {
          show();
          screen.leave().run();
          screen.content().fireEvent(pressed(KeyCode.TAB));
          assertThat(has("#storage-compact")).isFalse();
        });
  }

  private static KeyEvent pressed(KeyCode key) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
  }
}
