package org.tidings.ui.text;

/// A part of a text that becomes one node.
public sealed interface TextPiece {
  /// The characters this piece stands for.
  String text();

  /// Text that is drawn as such.
  record Words(String text) implements TextPiece {}

  /// An emoji we have a picture of.
  record Picture(String text, int emoji) implements TextPiece {}
}
