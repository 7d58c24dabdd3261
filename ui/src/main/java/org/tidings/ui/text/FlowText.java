package org.tidings.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.Texts;

/// Wrapping text, of other people and of the program. Remembers its height per width, because
/// shaping is done anew at every height query, and never wraps narrower than its longest whole
/// piece. A part of it can be marked. Confined to the JavaFX thread.
public final class FlowText extends TextFlow {
  private static final String FROM_THE_LEFT = "\u200e";
  private static final String FROM_THE_RIGHT = "\u200f";
  private static final double FALLBACK_SIZE = 15;

  /// Wider than any text.
  private static final double ON_ONE_LINE = 1 << 20;

  private double knownWidth = -1;
  private double knownHeight;
  private Font knownFont = Font.getDefault();
  private WholeWords whole = new WholeWords(List.of(), false);

  /// What is shown, where that is all in one style.
  private @Nullable String plain;

  /// What lies behind the marked part; a child only while there is one.
  private final Path mark = new Path();

  private int markedFrom;
  private int markedTo;

  /// Shows where keys have led; a child only while they do.
  private final Path caret = new Path();

  private OptionalInt led = OptionalInt.empty();
  private final InvalidationListener fontChanged = font -> unwrap();

  public FlowText() {
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    mark.getStyleClass().add("marked");
    caret.setManaged(false);
    caret.setMouseTransparent(true);
    caret.getStyleClass().add("text-caret");
    getStyleClass().add("flow-text");
    setMinHeight(USE_PREF_SIZE);
  }

  /// Words of somebody, which start from the side that their own script does.
  public FlowText(String text, String... styles) {
    this();
    show(TextNodes.of(text, styles), text);
  }

  /// Shows words of the program, all in one style, which start from the side that its language
  /// does, whoever's name comes first in them. Nothing changes where they are shown already.
  public void setText(String words) {
    if (!words.equals(plain)) {
      boolean fromTheRight = Texts.rightToLeft();
      List<Node> nodes = new ArrayList<>(TextNodes.of(words, fromTheRight));
      if (!nodes.isEmpty() && Shaping.isRightToLeft(words) != fromTheRight) {
        // JavaFX puts a line in order by its first letter.
        nodes.addFirst(new Text(fromTheRight ? FROM_THE_RIGHT : FROM_THE_LEFT));
      }
      show(nodes, words, fromTheRight);
      plain = words;
    }
  }

  /// What is shown, as characters.
  public String getText() {
    return Objects.requireNonNullElse(getAccessibleText(), "");
  }

  /// Shows `nodes`; `text` is the same as characters, and decides the side the text starts from.
  public void show(List<? extends Node> nodes, String text) {
    show(nodes, text, Shaping.isRightToLeft(text));
  }

  /// As [#show], where what stands before decides that side.
  public void show(List<? extends Node> nodes, String text, boolean fromTheRight) {
    plain = null;
    getChildren().setAll(nodes);
    markedFrom = 0;
    markedTo = 0;
    led = OptionalInt.empty();
    whole = new WholeWords(nodes, fromTheRight);
    knownWidth = -1;
    setNodeOrientation(
        fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    setAccessibleText(text);
    nodes.forEach(this::unwrapWhereItsFontChanges);
    unwrap();
  }

  /// Its letters as they are counted here: an emoji is one, whatever it is made of.
  public String letters() {
    var letters = new StringBuilder();
    getManagedChildren().forEach(node -> letters.append(WholeWords.letters(node)));
    return letters.toString();
  }

  /// The characters of some of its letters.
  ///
  /// @param from before which letter they begin
  /// @param to before which letter they end
  public String characters(int from, int to) {
    var characters = new StringBuilder();
    int at = 0;
    for (Node node : getManagedChildren()) {
      String letters = WholeWords.letters(node);
      int begin = Math.clamp(from - (long) at, 0, letters.length());
      int end = Math.clamp(to - (long) at, 0, letters.length());
      if (begin < end) {
        characters.append(
            node instanceof Text ? letters.substring(begin, end) : node.getAccessibleText());
      }
      at += letters.length();
    }
    return characters.toString();
  }

  /// Marks some of its letters, in place of those marked before; none where `from` is not before
  /// `to`. No caret is shown in it any more.
  public void mark(int from, int to) {
    markedFrom = from;
    markedTo = to;
    led = OptionalInt.empty();
    getChildren().remove(caret);
    if (from >= to) {
      getChildren().remove(mark);
    } else {
      if (!getChildren().contains(mark)) {
        getChildren().addFirst(mark);
      }
      showMark();
    }
  }

  /// Shows a caret before a letter.
  public void caret(int letter) {
    led = OptionalInt.of(letter);
    getChildren().add(caret);
    showCaret(letter);
  }

  /// Where a caret before a letter stands.
  public Bounds caretAt(int letter) {
    return new Path(getCaretShape(letter, true)).getLayoutBounds();
  }

  private void showCaret(int letter) {
    caret.getElements().setAll(getCaretShape(letter, true));
    Mirror.put(caret, this);
  }

  private void showMark() {
    mark.getElements().setAll(getRangeShape(markedFrom, markedTo, true));
    Mirror.put(mark, this);
  }

  @Override
  protected void layoutChildren() {
    widen();
    super.layoutChildren();
    if (markedFrom < markedTo) {
      showMark();
    }
    led.ifPresent(this::showCaret);
  }

  private void unwrapWhereItsFontChanges(Node node) {
    if (node instanceof Text text) {
      text.fontProperty().addListener(fontChanged);
    }
  }

  /// JavaFX fails where a shaped word is cut, and bounds are asked for, where words have changed or
  /// their font has, before anybody gives this another size.
  private void unwrap() {
    if (!whole.isEmpty()) {
      super.resize(ON_ONE_LINE, getHeight());
    }
  }

  /// As in [#unwrap], where children are laid out before that.
  private void widen() {
    if (getWidth() < narrowest()) {
      resize(getWidth(), getHeight());
      prefHeight(getWidth());
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? width : Math.max(width, narrowest());
    if (wide != knownWidth || !font().equals(knownFont)) {
      knownHeight = super.computePrefHeight(wide);
      knownWidth = wide;
      knownFont = font();
    }
    return knownHeight;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  public void resize(double width, double height) {
    super.resize(Math.max(width, narrowest()), height);
  }

  /// Its width is never less.
  public double narrowest() {
    return snappedLeftInset() + snappedRightInset() + whole.widest();
  }

  /// The font of its first words.
  public Font font() {
    for (Node node : getChildren()) {
      if (node instanceof Text text) {
        return text.getFont();
      }
    }
    return Font.font(FALLBACK_SIZE);
  }
}
