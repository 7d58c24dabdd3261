package org.tidings.ui.text;

/// A part of a text that becomes one node.
public sealed interface TextPiece {
  /// The characters this piece stands for.
  String text();

  /// Text of simple scripts: may be wrapped anywhere.
  record Plain(String text) implements TextPiece {}

  /// Shaped text (Arabic, Hindi, combining marks …) that must not be split by a line end.
  record Whole(String text) implements TextPiece {}

  /// An emoji we have a picture of.
  record Picture(String text, int emoji) implements TextPiece {}
}
