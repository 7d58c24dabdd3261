package org.tidings.ui.markdown;

import java.text.BreakIterator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tidings.ui.text.FlowText;

/// Where keys lead in paragraphs, from one spot to another: by letters, words, lines, to either
/// end. Confined to the JavaFX thread.
final class Steps {
  private final List<FlowText> flows;

  Steps(List<FlowText> flows) {
    this.flows = flows;
  }

  /// Where `key` leads; empty for keys that lead nowhere.
  Optional<Spot> from(Spot spot, KeyEvent key) {
    boolean far = key.isShortcutDown();
    return switch (key.getCode()) {
      case LEFT, RIGHT -> Optional.of(along(spot, isForward(spot, key.getCode()), far));
      case UP -> Optional.of(line(spot, false));
      case DOWN -> Optional.of(line(spot, true));
      case HOME -> Optional.of(far ? Spot.BEGINNING : new Spot(spot.flow(), 0));
      case END -> Optional.of(far ? end() : endOf(spot.flow()));
      default -> Optional.empty();
    };
  }

  /// The end of all.
  Spot end() {
    return endOf(flows.size() - 1);
  }

  private Spot endOf(int flow) {
    return new Spot(flow, length(flow));
  }

  private int length(int flow) {
    return flows.get(flow).letters().length();
  }

  private boolean isForward(Spot spot, KeyCode key) {
    boolean fromTheRight =
        flows.get(spot.flow()).getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    return (key == KeyCode.RIGHT) != fromTheRight;
  }

  private Spot along(Spot spot, boolean forward, boolean word) {
    if (forward && spot.letter() == length(spot.flow())) {
      return spot.flow() < flows.size() - 1 ? new Spot(spot.flow() + 1, 0) : spot;
    }
    if (!forward && spot.letter() == 0) {
      return spot.flow() > 0 ? endOf(spot.flow() - 1) : spot;
    }
    BreakIterator ends =
        word ? BreakIterator.getWordInstance() : BreakIterator.getCharacterInstance();
    String letters = flows.get(spot.flow()).letters();
    ends.setText(letters);
    int at = forward ? ends.following(spot.letter()) : ends.preceding(spot.letter());
    while (word && 0 < at && at < letters.length() && !isWordAt(letters, at, forward)) {
      at = forward ? ends.next() : ends.previous();
    }
    return new Spot(spot.flow(), at);
  }

  /// Whether a word ends there, on the way forward; on the way back, whether one begins.
  private static boolean isWordAt(String letters, int at, boolean forward) {
    return Character.isLetterOrDigit(
        forward ? letters.codePointBefore(at) : letters.codePointAt(at));
  }

  /// Above or below, as near as there is a letter; in the next paragraph where there is no line
  /// left in this one.
  private Spot line(Spot spot, boolean below) {
    FlowText flow = flows.get(spot.flow());
    Bounds caret = flow.caretAt(spot.letter());
    double x = caret.getCenterX();
    double y = below ? caret.getMaxY() + half(caret) : caret.getMinY() - half(caret);
    if (0 <= y && y < flow.getHeight() - flow.getInsets().getBottom()) {
      return hit(spot.flow(), x, y);
    }
    int next = spot.flow() + (below ? 1 : -1);
    if (next < 0 || next == flows.size()) {
      return below ? end() : Spot.BEGINNING;
    }
    return hit(next, x, below ? half(caret) : flows.get(next).getHeight() - half(caret));
  }

  /// Lines stand apart.
  private static double half(Bounds caret) {
    return caret.getHeight() / 2;
  }

  private Spot hit(int flow, double x, double y) {
    int letter = flows.get(flow).getHitInfo(new Point2D(x, y)).getInsertionIndex();
    return new Spot(flow, Math.clamp(letter, 0, length(flow)));
  }
}
