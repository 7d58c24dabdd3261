package org.tidings.ui.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// Turns text into the nodes that draw it.
public final class TextNodes {
  private TextNodes() {}

  /// Nodes for a [FlowText], each text node with `styles`.
  public static List<Node> of(String text, String... styles) {
    return of(text, false, styles);
  }

  /// As [#of(String, String...)], of a text that stands in another one.
  ///
  /// @param amongRightToLeft whether anything in that other one is written from the right
  public static List<Node> of(String text, boolean amongRightToLeft, String... styles) {
    return TextPieces.of(text, amongRightToLeft).stream()
        .map(piece -> node(piece, styles))
        .toList();
  }

  private static Node node(TextPiece piece, String... styles) {
    return switch (piece) {
      case TextPiece.Words words -> text(words.text(), styles);
      case TextPiece.Picture picture -> new EmojiView(picture);
    };
  }

  private static Text text(String characters, String... styles) {
    var text = new Text(characters);
    text.getStyleClass().addAll(styles);
    return text;
  }
}
