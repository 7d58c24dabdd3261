package org.tidings.ui.writing;

import java.util.Optional;
import java.util.stream.IntStream;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.spelling.Misspelt;
import org.tidings.ui.spelling.Speller;
import org.tidings.ui.spelling.Spelling;

/// Underlines what is misspelt in an editor, but for the word that is being written. Confined to
/// the JavaFX thread.
final class SpellingMarks {
  private static final String FENCE = "```";

  private final CodeArea area;
  private Speller speller = Speller.NONE;
  private Optional<Place> spared = Optional.empty();

  /// A misspelt word and its line.
  record Place(int line, Misspelt word) {
    TextPos begin() {
      return TextPos.ofLeading(line, word.begin());
    }

    TextPos end() {
      return TextPos.ofLeading(line, word.end());
    }

    private boolean isAt(TextPos caret) {
      return caret.index() == line && word.touches(caret.offset());
    }
  }

  SpellingMarks(CodeArea area) {
    this.area = area;
  }

  /// Marks by what `spelling` knows, from when somebody writes here.
  void follow(Spelling spelling) {
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                spelling.begin();
              }
              reconsider();
            });
    area.selectionProperty().subscribe(this::reconsider);
    WhileShown.follow(area, spelling.spellerProperty(), this::use);
  }

  private void use(Speller next) {
    if (speller != next) {
      speller = next;
      drawAgain();
    }
  }

  /// The word that was being written is not any more.
  private void reconsider() {
    if (spared.isPresent() && !isBeingWritten(spared.get())) {
      drawAgain();
    }
  }

  private void drawAgain() {
    spared = Optional.empty();
    area.setSyntaxDecorator(new PieceDecorator(this));
  }

  /// Marks what is misspelt in a line of `model`.
  void mark(CodeTextModel model, int line, RichParagraph.Builder paragraph) {
    if (speller == Speller.NONE || isCode(model, line)) {
      return;
    }
    for (Misspelt word : Misspelt.in(model.getPlainText(line), speller)) {
      Place place = new Place(line, word);
      if (isBeingWritten(place)) {
        spared = Optional.of(place);
      } else {
        paragraph.addWavyUnderline(word.begin(), word.end() - word.begin(), "misspelt");
      }
    }
  }

  /// Whether an odd number of fences stands above.
  private static boolean isCode(CodeTextModel model, int line) {
    return IntStream.range(0, line)
                .filter(above -> model.getPlainText(above).startsWith(FENCE))
                .count()
            % 2
        == 1;
  }

  private boolean isBeingWritten(Place place) {
    TextPos caret = area.getCaretPosition();
    return area.isFocused() && caret != null && place.isAt(caret);
  }

  /// The misspelt word at `spot`, marked or not.
  Optional<Place> at(TextPos spot) {
    if (speller == Speller.NONE || isCode((CodeTextModel) area.getModel(), spot.index())) {
      return Optional.empty();
    }
    return Misspelt.in(area.getPlainText(spot.index()), speller).stream()
        .map(word -> new Place(spot.index(), word))
        .filter(place -> place.isAt(spot))
        .findFirst();
  }

  /// What stands there now.
  String text(Place place) {
    String line = area.getPlainText(place.line());
    return line.substring(
        Math.min(place.word().begin(), line.length()), Math.min(place.word().end(), line.length()));
  }
}
