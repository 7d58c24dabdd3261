package org.tidings.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// The shell on a real data folder, and a person in front of it who can be put in any place. Can be
/// closed and opened again. Confined to the test's thread.
final class OpenShell extends Person implements AutoCloseable {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 800;

  private final TestWorkspace test;
  private Shell shell;

  OpenShell(Path folder) {
    this(folder, Runnable::run);
  }

  /// @param work answers questions
  OpenShell(Path folder, Executor work) {
    super(Fx.get(Stage::new));
    test = new TestWorkspace(folder, work, FxThread::run);
    shell = open();
  }

  private Shell open() {
    Shell opened = Fx.get(() -> new Shell(test.workspace()));
    Fx.run(
        () -> {
          stage().setScene(new Scene(opened, WIDTH, HEIGHT));
          new Theme(stage().getScene()).show(ThemeChoice.LIGHT, 100);
          stage().show();
        });
    Fx.settle();
    return opened;
  }

  /// Gives the window another size, and its text.
  void resize(int width, int height, int textPercent) {
    Fx.run(
        () -> {
          stage().setWidth(width);
          stage().setHeight(height);
          new Theme(stage().getScene()).show(ThemeChoice.LIGHT, textPercent);
        });
    Fx.settle();
  }

  /// Closes the window and opens it anew on the same folder.
  void reopen() {
    hide();
    shell = open();
  }

  /// Lets pass what a text waits before it is posted.
  void waitsForPosting() {
    reads("Posting in");
    Fx.run(() -> test.pass(Duration.ofSeconds(10)));
    Fx.settle();
  }

  TestWorkspace test() {
    return test;
  }

  Place place() {
    return Fx.get(() -> test.workspace().navigator().place());
  }

  /// Goes there, and of the settings to the end: before, not all of them is there.
  void go(Place place) {
    Fx.run(() -> test.workspace().navigator().go(place));
    Fx.settle();
    if (place instanceof Place.Settings) {
      press(KeyCode.END);
    }
  }

  /// What stands in the place where one writes.
  String written() {
    return Fx.get(() -> ((CodeArea) shell.lookup(".writing-area .code-area")).getText());
  }

  /// Puts a text in the place where one writes, instead of what stands there.
  void write(String text) {
    Fx.run(() -> ((CodeArea) shell.lookup(".writing-area .code-area")).setText(text));
    Fx.settle();
  }

  private void hide() {
    Fx.run(
        () -> {
          shell.close();
          stage().hide();
        });
  }

  @Override
  public void close() {
    hide();
    test.close();
  }
}
