package org.tidings.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tidings.ui.text.EmojiView;
import org.tidings.ui.text.TextPiece;
import org.tidings.ui.text.TextPieces;

/// A name on one line, emoji and all; cut with an ellipsis where room ends. Confined to the JavaFX
/// thread.
public final class NameLabel extends HBox {
  private static final int LONGEST = 120;

  public NameLabel(String name, String... styles) {
    setAlignment(Pos.BASELINE_LEFT);
    getStyleClass().add("name-label");
    getStyleClass().addAll(styles);
    show(name);
  }

  /// Shows another name.
  public void show(String name) {
    String oneLine = TextPieces.clean(name).replaceAll("\\s+", " ").strip();
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
    setAccessibleText(oneLine);
  }

  private void words(StringBuilder words) {
    if (!words.isEmpty()) {
      var label = new Label(words.toString());
      label.setMinWidth(0);
      getChildren().add(label);
      words.setLength(0);
    }
  }
}
