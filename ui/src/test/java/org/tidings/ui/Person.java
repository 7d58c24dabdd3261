package org.tidings.ui;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// Somebody in front of a window, who goes by what can be read there, clicks and types. Confined to
/// the test's thread.
public class Person {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FxRobot robot = new FxRobot();
  private final Stage stage;

  public Person(Stage stage) {
    this.stage = stage;
  }

  public final Stage stage() {
    return stage;
  }

  /// Waits until these words can be read somewhere, maybe among others.
  public final void reads(String words) {
    eventually("\"" + words + "\" can be read", () -> find(withWords(words)).isPresent());
  }

  /// Waits until these words can be read nowhere.
  public final void readsNoMore(String words) {
    eventually("\"" + words + "\" has gone", () -> find(withWords(words)).isEmpty());
  }

  /// Clicks on what has just these words or this id.
  public final void click(String words) {
    eventually("there is \"" + words + "\" to click on", () -> find(named(words)).isPresent());
    Fx.settle();
    Node node = Fx.get(() -> find(named(words)).orElseThrow());
    Fx.run(() -> scrollTo(node));
    Fx.settle();
    robot.clickOn(node);
    Fx.settle();
  }

  /// Shows what lies above or below the part of a page that can be seen.
  private static void scrollTo(Node node) {
    Parent above = node.getParent();
    while (above != null && !(above instanceof ScrollPane)) {
      above = above.getParent();
    }
    if (above instanceof ScrollPane page) {
      Bounds seen = page.localToScene(page.getLayoutBounds());
      Bounds wanted = node.localToScene(node.getLayoutBounds());
      double hidden = page.getContent().getLayoutBounds().getHeight() - seen.getHeight();
      if (!seen.contains(wanted) && hidden > 0) {
        double from = page.getVvalue() * hidden + wanted.getCenterY() - seen.getCenterY();
        page.setVvalue(Math.clamp(from / hidden, 0, 1));
      }
    }
  }

  /// Whether what has just these words or this id would take a click.
  public final boolean canClick(String words) {
    return Fx.get(() -> find(named(words)).filter(node -> !node.isDisabled()).isPresent());
  }

  /// Types into what has the focus.
  public final void type(String text) {
    turnTo();
    robot.write(text);
    Fx.settle();
  }

  public final void press(KeyCode... keys) {
    turnTo();
    robot.press(keys).release(keys);
    Fx.settle();
  }

  /// Keys go to the window that has the focus, and other tests may have left one open.
  private void turnTo() {
    Fx.run(stage::requestFocus);
    robot.targetWindow(stage);
  }

  /// The node of that id.
  public final <N extends Node> N node(String id, Class<N> type) {
    eventually("there is a " + id, () -> find(node -> id.equals(node.getId())).isPresent());
    return type.cast(Fx.get(() -> find(node -> id.equals(node.getId())).orElseThrow()));
  }

  /// Waits until something is so on the JavaFX thread.
  public final void eventually(String claim, Callable<Boolean> reached) {
    await(claim).atMost(PATIENCE).until(() -> Fx.get(reached));
  }

  /// What can be seen and has no name that a screen reader can say, of controls with the focus to
  /// be had and of rows that are shown.
  public final List<Node> nameless() {
    return Fx.get(
        () -> {
          List<Node> found = new ArrayList<>();
          var waiting = new ArrayDeque<Node>(List.of(stage.getScene().getRoot()));
          for (Node node = waiting.poll(); node != null; node = waiting.poll()) {
            if (node.isVisible()) {
              if (isToBeNamed(node) && !isNamed(node)) {
                found.add(node);
              }
              if (node instanceof Parent parent) {
                waiting.addAll(parent.getChildrenUnmodifiable());
              }
            }
          }
          return found;
        });
  }

  private static boolean isToBeNamed(Node node) {
    return node instanceof ListCell<?> cell
        ? !cell.isEmpty()
        : node.isFocusTraversable() && node instanceof Control;
  }

  private static boolean isNamed(Node node) {
    String said = node.getAccessibleText();
    boolean labelled =
        node instanceof Labeled it && it.getText() != null && !it.getText().isBlank();
    return labelled || (said != null && !said.isBlank());
  }

  private static Predicate<Node> withWords(String words) {
    return node ->
        (node instanceof Labeled labeled && String.valueOf(labeled.getText()).contains(words))
            || String.valueOf(node.getAccessibleText()).contains(words);
  }

  private static Predicate<Node> named(String words) {
    return node ->
        (node instanceof Labeled labeled && words.equals(labeled.getText()))
            || words.equals(node.getAccessibleText())
            || words.equals(node.getId());
  }

  /// The first visible node, nearest to the window's edge; on the JavaFX thread.
  private Optional<Node> find(Predicate<Node> wanted) {
    var waiting = new ArrayDeque<Node>();
    waiting.add(stage.getScene().getRoot());
    for (Node node = waiting.poll(); node != null; node = waiting.poll()) {
      if (node.isVisible() && wanted.test(node)) {
        return Optional.of(node);
      }
      if (node.isVisible() && node instanceof Parent parent) {
        waiting.addAll(parent.getChildrenUnmodifiable());
      }
    }
    return Optional.empty();
  }
}
