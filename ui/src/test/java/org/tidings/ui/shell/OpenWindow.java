package org.tidings.ui.shell;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.testfx.api.FxRobot;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// The real window on a real data folder, used as a person does: by mouse, keyboard and eye. Can be
/// closed and opened again. Confined to the test's thread.
final class OpenWindow implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 800;

  private final TestWorkspace test;
  private final FxRobot robot = new FxRobot();
  private Shell shell;
  private Stage stage;

  OpenWindow(Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    shell = Fx.get(() -> new Shell(test.workspace()));
    stage = Fx.get(() -> show(shell));
    Fx.settle();
    robot.targetWindow(stage);
  }

  private static Stage show(Shell shell) {
    Stage shown = new Stage();
    shown.setScene(new Scene(shell, WIDTH, HEIGHT));
    new Theme(shown.getScene()).show(ThemeChoice.LIGHT, 100);
    shown.show();
    return shown;
  }

  /// Closes the window and opens a new one on the same folder.
  void reopen() {
    hide();
    shell = Fx.get(() -> new Shell(test.workspace()));
    stage = Fx.get(() -> show(shell));
    Fx.settle();
    robot.targetWindow(stage);
  }

  TestWorkspace test() {
    return test;
  }

  Place place() {
    return Fx.get(() -> test.workspace().navigator().place());
  }

  void go(Place place) {
    Fx.run(() -> test.workspace().navigator().go(place));
    Fx.settle();
  }

  /// Clicks the last, or uppermost, button that can be seen and has these words.
  void click(String words) {
    Node button = seen(node -> node instanceof ButtonBase && named(node, words), words);
    robot.clickOn(button);
    Fx.settle();
  }

  void type(String text) {
    robot.write(text, 0);
    Fx.settle();
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    Fx.settle();
  }

  /// Returns once `words` stand somewhere in the window.
  void see(String words) {
    seen(node -> shows(node, words), words);
  }

  /// Returns once `words` stand nowhere in the window any more.
  void seeNoMore(String words) {
    await(words)
        .atMost(PATIENCE)
        .until(() -> Fx.get(() -> visible().noneMatch(node -> shows(node, words))));
  }

  /// Whether the button of these words can be pressed.
  boolean canClick(String words) {
    Node button = seen(node -> node instanceof ButtonBase && named(node, words), words);
    return Fx.get(() -> !button.isDisabled());
  }

  /// What stands in the place where one writes.
  String written() {
    Node editor = seen(node -> node.getStyleClass().contains("code-area"), "a place to write");
    return Fx.get(() -> ((CodeArea) editor).getText());
  }

  private Node seen(Predicate<Node> wanted, String what) {
    return await(what)
        .atMost(PATIENCE)
        .until(() -> Fx.get(() -> visible().filter(wanted).toList()), found -> !found.isEmpty())
        .getLast();
  }

  private Stream<Node> visible() {
    List<Node> all = List.copyOf(shell.lookupAll("*"));
    return all.stream().filter(OpenWindow::isShown);
  }

  private static boolean isShown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getMinY() >= 0 && bounds.getMaxY() <= HEIGHT;
  }

  private static boolean named(Node node, String words) {
    return node instanceof ButtonBase button
        && (button.getText().equals(words) || words.equals(button.getAccessibleText()));
  }

  private static boolean shows(Node node, String words) {
    return switch (node) {
      case FlowText text -> String.valueOf(text.getAccessibleText()).contains(words);
      case Labeled label -> String.valueOf(label.getText()).contains(words);
      default -> false;
    };
  }

  private void hide() {
    Fx.run(
        () -> {
          shell.close();
          stage.close();
        });
  }

  @Override
  public void close() {
    hide();
    test.close();
  }
}
