package org.tidings.ui.writing;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tidings.ui.text.TextPiece;
import org.tidings.ui.text.TextPieces;

/// Measures how high a text will be in an editor, up to a number of lines; what is longer costs no
/// more. Confined to the JavaFX thread.
record LinesRuler(Font font, double width) {
  private static final double NARROWEST = 3;

  /// The height of `text`, at least one line and at most `mostLines`.
  double height(String text, int mostLines) {
    double most = line("") * mostLines;
    double high = 0;
    int start = 0;
    while (high < most && start <= text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      high += stop - start > fitting(mostLines) ? most : line(text.substring(start, stop));
      start = stop + 1;
    }
    return Math.min(high, most);
  }

  /// More characters than this fill so many lines, however narrow they are.
  private double fitting(int lines) {
    return lines * width / NARROWEST;
  }

  private double line(String words) {
    TextFlow flow = new TextFlow();
    for (TextPiece piece : TextPieces.asWritten(words.isEmpty() ? " " : words)) {
      Text text = new Text(piece.text());
      text.setFont(font);
      flow.getChildren().add(text);
    }
    return Math.ceil(flow.prefHeight(Math.max(1, width)));
  }
}
