package org.tidings.ui.markdown;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.RowList;
import org.tidings.ui.text.FlowText;

/// What of a text is marked, to be copied: what the mouse is dragged over, over paragraphs too; the
/// word of a double click, the paragraph of a third; and what keys lead over, as where one writes.
/// It is marked for as long as the text has the keyboard. Confined to the JavaFX thread.
final class Marking {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final MarkdownView text;

  /// Its paragraphs in order, as they were when the mouse was pressed.
  private List<FlowText> flows = List.of();

  private Optional<Spot> pressed = Optional.empty();
  private Spot from = Spot.BEGINNING;
  private Spot to = Spot.BEGINNING;

  /// Where the keys have led, while they do.
  private Optional<Spot> caret = Optional.empty();

  /// From where they began to mark.
  private Spot anchor = Spot.BEGINNING;

  private Marking(MarkdownView text) {
    this.text = text;
  }

  /// Lets words of `text` be marked.
  static Marking in(MarkdownView text) {
    Marking marking = new Marking(text);
    text.addEventHandler(MouseEvent.MOUSE_PRESSED, marking::press);
    text.addEventHandler(MouseEvent.MOUSE_DRAGGED, marking::drag);
    text.addEventHandler(KeyEvent.KEY_PRESSED, marking::type);
    text.setOnContextMenuRequested(marking::offer);
    text.focusedProperty().subscribe(marking::follow);
    return marking;
  }

  /// Whether a text can be begun to be marked with this key, from where one is at it as a whole.
  static boolean isBegunBy(KeyEvent key) {
    return ALL.match(key)
        || (key.isShiftDown()
            && switch (key.getCode()) {
              case LEFT, RIGHT, UP, DOWN, HOME, END -> true;
              default -> false;
            });
  }

  /// Takes the keyboard, and begins to mark with this key.
  void begin(KeyEvent key) {
    text.requestFocus();
    flows = paragraphs();
    anchor = Spot.BEGINNING;
    caret = Optional.of(anchor);
    type(key);
  }

  /// A window that goes behind another takes the keyboard with it, and brings it back.
  private void follow(boolean focused) {
    if (!focused && !Focus.isIn(text)) {
      clear();
    }
  }

  private boolean isMarked() {
    return from.compareTo(to) < 0;
  }

  private void clear() {
    caret = Optional.empty();
    text.setAccessibleRole(AccessibleRole.PARENT);
    text.setAccessibleText(null);
    mark(Spot.BEGINNING, Spot.BEGINNING);
  }

  private void press(MouseEvent press) {
    pressed = Optional.empty();
    if (press.getButton() != MouseButton.PRIMARY) {
      // Whoever asks for a menu of it keeps it.
      if (isMarked()) {
        press.consume();
      }
      return;
    }
    clear();
    flows = paragraphs();
    if (isWithin(press.getTarget())) {
      begin(press);
    }
  }

  private void begin(MouseEvent press) {
    Spot spot = spot(press);
    pressed = Optional.of(spot);
    if (press.getClickCount() > 1) {
      // The list around it would take the keyboard.
      press.consume();
      if (press.getClickCount() == 2) {
        markWord(spot.flow(), press);
      } else {
        mark(new Spot(spot.flow(), 0), new Spot(spot.flow(), length(spot.flow())));
      }
    }
  }

  private void drag(MouseEvent drag) {
    if (pressed.isPresent()) {
      Spot here = spot(drag);
      Spot there = pressed.get();
      boolean back = here.compareTo(there) < 0;
      mark(back ? here : there, back ? there : here);
    }
  }

  private List<FlowText> paragraphs() {
    List<FlowText> found = new ArrayList<>();
    collect(text, found);
    return found;
  }

  /// Not those of files that stand in the text.
  private static void collect(Parent parent, List<FlowText> found) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      switch (node) {
        case FlowText flow -> found.add(flow);
        case BlockBox box -> collect(box, found);
        case ItemLine item -> collect(item, found);
        case TableGrid table -> collect(table, found);
        default -> {}
      }
    }
  }

  private boolean isWithin(Object target) {
    Node node = target instanceof Node within ? within : null;
    while (node != null && !flows.contains(node)) {
      node = node.getParent();
    }
    return node != null;
  }

  /// The place nearest to the mouse, in the last paragraph that begins above it.
  private Spot spot(MouseEvent mouse) {
    int flow = 0;
    for (int i = 1; i < flows.size(); i++) {
      if (within(flows.get(i), mouse).getY() >= 0 && !isAside(flows.get(i), mouse)) {
        flow = i;
      }
    }
    Point2D point = within(flows.get(flow), mouse);
    int letter =
        point.getY() > flows.get(flow).getHeight()
            ? length(flow)
            : point.getY() < 0 ? 0 : flows.get(flow).getHitInfo(point).getInsertionIndex();
    return new Spot(flow, Math.clamp(letter, 0, length(flow)));
  }

  /// In a table, whether the mouse is before the cell of that paragraph.
  private static boolean isAside(FlowText flow, MouseEvent mouse) {
    Parent cell = flow.getParent();
    return cell.getParent() instanceof TableGrid table
        && table.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()).getX() < cell.getLayoutX();
  }

  private static Point2D within(FlowText flow, MouseEvent mouse) {
    return flow.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
  }

  private int length(int flow) {
    return flows.get(flow).letters().length();
  }

  private void markWord(int flow, MouseEvent mouse) {
    FlowText words = flows.get(flow);
    BreakIterator ends = BreakIterator.getWordInstance();
    ends.setText(words.letters());
    int letter = words.getHitInfo(within(words, mouse)).getCharIndex();
    int end = ends.following(Math.clamp(letter, 0, length(flow)));
    if (end != BreakIterator.DONE) {
      mark(new Spot(flow, ends.previous()), new Spot(flow, end));
    }
  }

  private void mark(Spot begin, Spot end) {
    from = begin;
    to = end;
    for (int flow = 0; flow < flows.size(); flow++) {
      flows.get(flow).mark(beginIn(flow), endIn(flow));
    }
    if (isMarked()) {
      text.requestFocus();
    }
  }

  private int beginIn(int flow) {
    return flow == from.flow() ? from.letter() : 0;
  }

  private int endIn(int flow) {
    if (flow < from.flow() || flow > to.flow()) {
      return 0;
    }
    return flow == to.flow() ? to.letter() : length(flow);
  }

  private void type(KeyEvent key) {
    if (isMarked() && COPY.match(key)) {
      key.consume();
      copy();
    } else if (text.isFocused() && !flows.isEmpty()) {
      lead(key);
    }
  }

  /// Escape leads back to the text as a whole. With Shift, what is led over is marked.
  private void lead(KeyEvent key) {
    Steps steps = new Steps(flows);
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      clear();
      RowList.stayAtRowOf(text);
    } else if (ALL.match(key)) {
      key.consume();
      anchor = Spot.BEGINNING;
      leadTo(steps.end(), true);
    } else {
      steps
          .from(caret.orElse(to), key)
          .ifPresent(
              next -> {
                key.consume();
                leadTo(next, key.isShiftDown());
              });
    }
  }

  private void leadTo(Spot next, boolean marks) {
    if (!marks) {
      anchor = next;
    } else if (caret.isEmpty()) {
      anchor = from;
    }
    caret = Optional.of(next);
    boolean back = next.compareTo(anchor) < 0;
    mark(back ? next : anchor, back ? anchor : next);
    flows.get(next.flow()).caret(next.letter());
    // What has a name of its own is read as one, and not by its paragraphs.
    text.setAccessibleRole(AccessibleRole.TEXT);
    text.setAccessibleText(marked());
  }

  private void offer(ContextMenuEvent asked) {
    if (isMarked()) {
      asked.consume();
      MenuItem copy = new MenuItem(Texts.of("copy.copy"));
      copy.setOnAction(event -> copy());
      new ContextMenu(copy).show(text, asked.getScreenX(), asked.getScreenY());
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(marked());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private String marked() {
    return IntStream.rangeClosed(from.flow(), to.flow())
        .mapToObj(flow -> before(flow) + flows.get(flow).characters(beginIn(flow), endIn(flow)))
        .collect(Collectors.joining());
  }

  /// Cells of a row go on the same line, as programs for tables have it.
  private String before(int flow) {
    if (flow == from.flow()) {
      return "";
    }
    Parent cell = flows.get(flow).getParent();
    Parent last = flows.get(flow - 1).getParent();
    return !cell.equals(last)
            && cell.getParent() instanceof TableGrid table
            && table.equals(last.getParent())
            && cell.getLayoutY() == last.getLayoutY()
        ? "\t"
        : "\n";
  }
}
