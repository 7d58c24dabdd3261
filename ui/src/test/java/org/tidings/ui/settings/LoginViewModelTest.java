package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.desktop.Autostart;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.LastFirst;
import org.tidings.ui.workspace.TestWorkspace;

class LoginViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final LastFirst work = new LastFirst();
  private TestWorkspace test;
  private Path files;
  private Autostart autostart;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder.resolve("we"), work, screen);
    files = folder.resolve("autostart");
    autostart = new Autostart(files, List.of("tidings"));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void itIsAsTheDesktopHasIt() throws IOException {
    autostart.turn(true);
    LoginViewModel model = new LoginViewModel(test.workspace(), autostart);
    screen.until(() -> model.onProperty().get());
    model.turn(false);
    assertThat(autostart.isOn()).isFalse();
    assertThat(model.onProperty().get()).isFalse();
  }

  @Test
  void whatIsChosenLastCounts() throws Exception {
    LoginViewModel model = new LoginViewModel(test.workspace(), autostart);
    work.hold(
        () -> {
          model.turn(true);
          model.turn(false);
        });
    assertThat(autostart.isOn()).isFalse();
  }

  @Test
  void whatCouldNotBeChangedIsToldAndStaysAsItWas() throws IOException {
    Files.writeString(files, "a file where a folder should be");
    LoginViewModel model = new LoginViewModel(test.workspace(), autostart);
    model.turn(true);
    screen.until(() -> !model.onProperty().get());
    assertThat(test.workspace().notices().problemProperty().get().orElseThrow().sentence())
        .contains("could not be changed");
  }
}
