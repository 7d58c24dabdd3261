package org.tidings.ui.writing;

import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.ParagraphDirection;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.Shaping;
import org.tidings.ui.text.TextPiece;
import org.tidings.ui.text.TextPieces;

/// Cuts what is being written into the same pieces as what is shown, for the same reasons: one node
/// for each, so that no line end splits what is shaped. Emoji keep their characters, unseen, with
/// room for a picture. What is misspelt is marked.
final class PieceDecorator implements SyntaxDecorator {
  private static final String UNSEEN = "-fx-fill: transparent;";
  private static final StyleAttributeMap FROM_THE_RIGHT =
      StyleAttributeMap.of(StyleAttributeMap.PARAGRAPH_DIRECTION, ParagraphDirection.RIGHT_TO_LEFT);

  private final SpellingMarks marks;

  PieceDecorator(SpellingMarks marks) {
    this.marks = marks;
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    String line = model.getPlainText(index);
    RichParagraph.Builder paragraph = RichParagraph.builder();
    for (TextPiece piece : TextPieces.asWritten(line)) {
      if (piece instanceof TextPiece.Picture) {
        paragraph.addWithInlineStyle(piece.text(), UNSEEN);
      } else {
        paragraph.addSegment(piece.text());
      }
    }
    marks.mark(model, index, paragraph);
    if (line.isEmpty() ? Texts.rightToLeft() : Shaping.isRightToLeft(line)) {
      paragraph.setParagraphAttributes(FROM_THE_RIGHT);
    }
    return paragraph.build();
  }

  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
    // Each line stands for itself.
  }
}
