package org.tidings.ui.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.FlowText;

/// A column of readable width in the middle of a screen, scrolled where it is too long. Confined to
/// the JavaFX thread.
public final class ScrollColumn extends ScrollPane {
  private final VBox column;
  private Optional<Node> revealed = Optional.empty();

  /// Where the keyboard was in it last.
  private Optional<Node> left = Optional.empty();

  public ScrollColumn(Node... parts) {
    column = new VBox(parts);
    setContent(inMiddle(column));
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("scroll-column");
    Focus.keepInView(this);
    sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::remember);
    addEventFilter(ScrollEvent.SCROLL, scrolled -> revealed = Optional.empty());
    addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> revealed = Optional.empty());
    getContent()
        .layoutBoundsProperty()
        .map(Bounds::getHeight)
        .subscribe((before, now) -> FxThread.soon(this::keepRevealed));
  }

  /// Puts `part` below all that is there.
  public void add(Node part) {
    column.getChildren().add(part);
  }

  private void remember(@Nullable Node focused) {
    if (focused != null && Focus.isIn(getContent())) {
      left = Optional.of(focused);
    }
  }

  /// Has whoever comes to `screen`, or comes back, begin in this column as soon as it is shown.
  ///
  /// @param name what a screen reader says of it
  public void beginIn(Region screen, String name) {
    setAccessibleText(name);
    screen.sceneProperty().subscribe(this::enter);
    // Told again that it is shown, as often as what it shows is read, nobody comes to it.
    visibleProperty().subscribe((before, now) -> enter());
  }

  /// As above, or where there is nothing else to show begin with what one may do then.
  ///
  /// @param instead what is shown there
  public void beginIn(Region screen, String name, EmptyState instead) {
    beginIn(screen, name);
    Runnable begin = () -> Within.first(instead, Button.class).ifPresent(Button::requestFocus);
    screen.sceneProperty().subscribe(begin);
    instead.visibleProperty().subscribe(shown -> begin.run());
  }

  /// Where the keyboard was in it before, if that is there still; else arrows scroll it.
  private void enter() {
    if (getScene() != null) {
      requestFocus();
      left.filter(node -> getScene().equals(node.getScene())).ifPresent(Node::requestFocus);
    }
  }

  /// Brings `part` of a column into view once it is laid out, as long as the keyboard is in it:
  /// what it says is the answer to something done there. It stays in view while the column grows,
  /// until the person scrolls or presses elsewhere.
  public static void reveal(Node part) {
    Node above = part.getParent();
    while (above != null && !(above instanceof ScrollColumn)) {
      above = above.getParent();
    }
    if (above instanceof ScrollColumn column) {
      column.revealed = Optional.of(part);
      FxThread.soon(column::keepRevealed);
    }
  }

  private void keepRevealed() {
    revealed = revealed.filter(Focus::isIn);
    if (revealed.isPresent()) {
      applyCss();
      layout();
      Focus.bringEndIntoView(this, revealed.get());
    }
  }

  private static HBox inMiddle(VBox column) {
    column.getStyleClass().add("column");
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox middle = new HBox(column);
    middle.getStyleClass().add("row-column");
    return middle;
  }

  /// Named parts of a column, with words from the bundle.
  public static VBox section(String key, Node... parts) {
    Label title = new Label(Texts.of(key));
    title.getStyleClass().add("section-title");
    VBox section = new VBox(title);
    section.getChildren().addAll(parts);
    section.getStyleClass().add("section");
    return section;
  }

  /// Words that explain something.
  public static FlowText hint(String words) {
    return Words.of(words, "hint");
  }
}
