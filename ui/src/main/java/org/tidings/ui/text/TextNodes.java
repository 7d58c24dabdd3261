package org.tidings.ui.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// Turns text into the nodes that draw it.
public final class TextNodes {
  private static final String WHOLE = "tidings.whole";

  private TextNodes() {}

  /// Nodes for a [FlowText], each text node with `styles`.
  public static List<Node> of(String text, String... styles) {
    return TextPieces.of(text).stream().map(piece -> node(piece, styles)).toList();
  }

  private static Node node(TextPiece piece, String... styles) {
    return switch (piece) {
      case TextPiece.Plain plain -> text(plain.text(), styles);
      case TextPiece.Whole whole -> {
        Text node = text(whole.text(), styles);
        node.getProperties().put(WHOLE, Shaping.letters(whole.text()));
        yield node;
      }
      case TextPiece.Picture picture -> new EmojiView(picture);
    };
  }

  private static Text text(String characters, String... styles) {
    var text = new Text(characters);
    text.getStyleClass().addAll(styles);
    return text;
  }

  /// Letters that a node keeps on one line; 0 for one that may be wrapped anywhere.
  static int lettersKeptWhole(Node node) {
    return node.getProperties().get(WHOLE) instanceof Integer letters ? letters : 0;
  }
}
