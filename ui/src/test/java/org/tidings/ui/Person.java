package org.tidings.ui;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.PopupControl;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.text.FlowText;

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
    try {
      eventually("\"" + words + "\" can be read", () -> find(withWords(words)).isPresent());
    } catch (ConditionTimeoutException missing) {
      throw new AssertionError("\"" + words + "\" cannot be read, only: " + readable(), missing);
    }
  }

  private List<String> readable() {
    return Fx.get(
        () ->
            roots().stream()
                .flatMap(Person::shown)
                .map(
                    node ->
                        node instanceof Labeled label ? label.getText() : node.getAccessibleText())
                .filter(words -> words != null && !words.isEmpty())
                .distinct()
                .toList());
  }

  /// Waits until these words can be read nowhere.
  public final void readsNoMore(String words) {
    eventually("\"" + words + "\" has gone", () -> find(withWords(words)).isEmpty());
  }

  /// Waits until these words are said by themselves, maybe among others, to who cannot see them.
  public final void hears(String words) {
    eventually("\"" + words + "\" is said", () -> said().contains(words));
  }

  private String said() {
    return stage.getScene().getRoot().getChildrenUnmodifiable().stream()
        .filter(Announcer.class::isInstance)
        .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .findFirst()
        .orElse("");
  }

  /// What a screen reader is led to while the keyboard stays where it is; nothing if to none.
  public final String pointedAt() {
    return Fx.get(
        () ->
            stage
                        .getScene()
                        .getFocusOwner()
                        .queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)
                    instanceof Node row
                ? String.valueOf(row.getAccessibleText())
                : "");
  }

  /// Clicks on what has just these words or this id; where that is replaced by the same just then,
  /// on that.
  public final void click(String words) {
    robot.clickOn(middleOf(words));
    Fx.settle();
  }

  /// Rests the mouse on what has just these words or this id.
  public final void pointAt(String words) {
    robot.moveTo(middleOf(words));
    Fx.settle();
  }

  private Point2D middleOf(String words) {
    Optional<Point2D> there = Optional.empty();
    while (there.isEmpty()) {
      eventually("there is \"" + words + "\" to click on", () -> find(named(words)).isPresent());
      Fx.settle();
      Optional<Node> found = Fx.get(() -> find(named(words)));
      Fx.run(() -> found.ifPresent(Person::scrollTo));
      Fx.settle();
      there = Fx.get(() -> found.filter(node -> node.getScene() != null).map(this::middle));
    }
    return there.get();
  }

  private Point2D middle(Node node) {
    return robot.point(node).query();
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

  /// What a screen reader could not tell of what is shown, menus too; nothing where all is well.
  public final List<String> unspoken() {
    return Fx.get(
        () ->
            roots().stream()
                .flatMap(Person::shown)
                .flatMap(node -> Spoken.fault(node).stream())
                .toList());
  }

  /// What has words and reaches beyond the sides of the window, buttons whose words are cut short,
  /// pages wider than their room, and screens that reach below what stands beside them; nothing
  /// where all is well.
  public final List<String> cutOff() {
    return Fx.get(
        () ->
            roots().stream()
                .flatMap(Person::shown)
                .filter(
                    node ->
                        isBeyond(node)
                            || isCutShort(node)
                            || isTooNarrow(node)
                            || isTooWide(node)
                            || isHardlyThere(node))
                .map(node -> node + " for " + widest(node))
                .toList());
  }

  /// What is within it that needs most room.
  private static Node widest(Node node) {
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .filter(Node::isManaged)
            .max(Comparator.comparingDouble(child -> child.minWidth(-1)))
            .map(Person::widest)
            .orElse(node)
        : node;
  }

  private static boolean isBeyond(Node node) {
    Bounds there = node.localToScene(node.getLayoutBounds());
    boolean speaks =
        node instanceof Labeled label
            ? label.getText() != null && !label.getText().isEmpty()
            : node instanceof FlowText || node instanceof TextInputControl;
    return speaks
        && there.getWidth() > 0
        && (there.getMinX() < -1 || there.getMaxX() > node.getScene().getWidth() + 1);
  }

  /// A name may be cut, but its first letter is to be seen.
  private static boolean isHardlyThere(Node node) {
    return node instanceof NameLabel name
        && name.getWidth() + 1 < Math.min(name.prefWidth(-1), name.getHeight());
  }

  /// What it scrolls up and down would have to be scrolled to the side, too.
  private static boolean isTooNarrow(Node node) {
    return node instanceof ScrollPane page
        && page.isFitToWidth()
        && page.getContent().minWidth(-1) > page.getViewportBounds().getWidth() + 1;
  }

  /// It would reach below the rail.
  private static boolean isTooWide(Node node) {
    return node.getStyleClass().contains("screen")
        && Stream.iterate(node, it -> it.getParent() != null, Node::getParent)
            .anyMatch(it -> it.getLayoutBounds().getWidth() > width(it.getParent()) + 1);
  }

  private static double width(Parent room) {
    return room.getLayoutBounds().getWidth();
  }

  private static boolean isCutShort(Node node) {
    return node instanceof ButtonBase button && button.isTextTruncated();
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

  /// The first visible node, nearest to the window's edge, then those of menus; on the JavaFX
  /// thread.
  private Optional<Node> find(Predicate<Node> wanted) {
    return roots().stream().flatMap(Person::shown).filter(wanted).findFirst();
  }

  /// Of the window, and of the menus that stand open above it.
  private List<Parent> roots() {
    return Stream.concat(Stream.of(stage), Window.getWindows().stream().filter(this::isMenu))
        .map(window -> window.getScene().getRoot())
        .toList();
  }

  private boolean isMenu(Window window) {
    return window instanceof PopupControl menu
        && !(menu instanceof Tooltip)
        && stage.equals(menu.getOwnerWindow());
  }

  /// It, and what is visible in it, level by level.
  private static Stream<Node> shown(Node root) {
    List<Node> found = new ArrayList<>();
    var waiting = new ArrayDeque<Node>(List.of(root));
    for (Node node = waiting.poll(); node != null; node = waiting.poll()) {
      if (node.isVisible()) {
        found.add(node);
        if (node instanceof Parent parent) {
          waiting.addAll(parent.getChildrenUnmodifiable());
        }
      }
    }
    return found.stream();
  }
}
