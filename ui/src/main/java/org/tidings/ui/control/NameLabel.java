package org.tidings.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.tidings.ui.text.EmojiView;
import org.tidings.ui.text.Shaping;
import org.tidings.ui.text.TextPiece;
import org.tidings.ui.text.TextPieces;

/// A name on one line, emoji and all; cut once, at its end, with an ellipsis where room ends. It
/// runs from the side its own script starts from, whatever runs around it. Confined to the JavaFX
/// thread.
public final class NameLabel extends Pane {
  private static final int LONGEST = 120;

  /// They have said what they say when the side is known, and the fonts of some draw a box for one.
  private static final String SIDE_MARKS = "[\u200e\u200f]";

  /// Stands where an emoji has no room, and behind words from right to left: within those it would
  /// stand on their wrong side.
  private final Label ellipsis = new Label("…");

  private Optional<String> shown = Optional.empty();

  public NameLabel(String name, String... styles) {
    getStyleClass().add("name-label");
    getStyleClass().addAll(styles);
    show(name);
  }

  /// Shows another name.
  public void show(String name) {
    if (shown.equals(Optional.of(name))) {
      return;
    }
    shown = Optional.of(name);
    String oneLine = TextPieces.onOneLine(name);
    boolean fromTheRight = Shaping.isRightToLeft(oneLine);
    oneLine = oneLine.replaceAll(SIDE_MARKS, "");
    int end =
        oneLine.offsetByCodePoints(
            0, Math.min(LONGEST, oneLine.codePointCount(0, oneLine.length())));
    List<TextPiece> pieces = TextPieces.of(oneLine.substring(0, end));
    getChildren().clear();
    var words = new StringBuilder();
    for (TextPiece piece : pieces) {
      if (piece instanceof TextPiece.Picture picture) {
        words(words);
        getChildren().add(new EmojiView(picture));
      } else {
        words.append(piece.text());
      }
    }
    words(words);
    getChildren().add(ellipsis);
    setNodeOrientation(
        fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    setAccessibleText(oneLine);
  }

  private void words(StringBuilder words) {
    if (!words.isEmpty()) {
      Label label = new Label(words.toString());
      if (Shaping.isRightToLeft(label.getText())) {
        label.setEllipsisString("");
      }
      getChildren().add(label);
      words.setLength(0);
    }
  }

  private List<Node> pieces() {
    return getChildren().subList(0, getChildren().size() - 1);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - computePrefWidth(-1);
    boolean whole = room >= -0.5;
    double left = snappedLeftInset() + (isTurned() ? Math.max(0, snapPositionX(room)) : 0);
    double end = getWidth() - snappedRightInset();
    double cut = whole ? Double.MAX_VALUE : end - ellipsis.prefWidth(-1);
    boolean over = false;
    ellipsis.setVisible(false);
    for (Node piece : pieces()) {
      double wide = widthOf(piece);
      piece.setVisible(!over);
      if (!over && left + wide > cut) {
        over = true;
        cutShort(piece, left, end, wide);
      } else if (!over) {
        place(piece, left, wide);
        left += wide;
      }
    }
  }

  /// Whether it runs from the other side than what it stands in, and so to the end of its room.
  private boolean isTurned() {
    return getParent() != null
        && getParent().getEffectiveNodeOrientation() != getEffectiveNodeOrientation();
  }

  /// A label narrower than its words ends in an ellipsis by itself.
  private void cutShort(Node piece, double left, double end, double wide) {
    boolean words = piece instanceof Label;
    boolean ends = piece instanceof Label label && !Shaping.isRightToLeft(label.getText());
    double room = words ? Math.max(0, end - left - (ends ? 0 : widthOf(ellipsis))) : 0;
    piece.setVisible(ends || room > 0);
    ellipsis.setVisible(!ends);
    place(piece, left, Math.min(room, wide - 1));
    place(ellipsis, left + room, Math.min(widthOf(ellipsis), Math.max(0, end - left - room)));
  }

  private void place(Node piece, double left, double wide) {
    double top = snapPositionY(getBaselineOffset() - piece.getBaselineOffset());
    piece.resizeRelocate(left, top, wide, snapSizeY(piece.prefHeight(-1)));
  }

  private double widthOf(Node piece) {
    return snapSizeX(piece.prefWidth(-1));
  }

  private double highest(ToDoubleFunction<Node> of) {
    return getChildren().stream().mapToDouble(of).max().orElse(0);
  }

  @Override
  public double getBaselineOffset() {
    return snappedTopInset() + highest(Node::getBaselineOffset);
  }

  @Override
  protected double computeMinWidth(double height) {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    double pieces = pieces().stream().mapToDouble(this::widthOf).sum();
    return snappedLeftInset() + pieces + snappedRightInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double below = highest(piece -> piece.prefHeight(-1) - piece.getBaselineOffset());
    return snapSizeY(getBaselineOffset() + below + snappedBottomInset());
  }
}
