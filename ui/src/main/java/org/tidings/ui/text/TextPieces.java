package org.tidings.ui.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Cuts text so that JavaFX draws it right. On Linux JavaFX reuses the characters of a shaped run
/// after a line end has split it: lines are painted twice, and right-to-left text throws out of
/// the layout pass. So nothing shaped is ever left where a line could split it: each word with
/// shaped characters is a piece of its own, and very long ones are cut at every cluster.
///
/// Text is put in NFC first; control characters and direction overrides are dropped, and marks
/// beyond those that a letter of any script wears: they would cover the lines around. Thread-safe.
public final class TextPieces {
  /// Letters in the longest piece kept whole; bounds the width that such a piece can ask for.
  static final int LONGEST_WHOLE = 14;

  /// More are for no reader: a pointed letter of the Hebrew Bible wears five.
  private static final int MOST_MARKS = 6;

  /// A Greek one three, and so does one in the dictionaries of Lithuanian.
  private static final int MOST_MARKS_IN_EUROPE = 3;

  private static final char NO_BREAK = '\u00a0';

  private final String text;
  private final Shaping shaping;
  private final List<TextPiece> pieces = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();

  private TextPieces(String text, boolean amongRightToLeft) {
    this.text = text;
    this.shaping = new Shaping(text, amongRightToLeft);
  }

  /// The pieces of `text`, made clean, in order.
  public static List<TextPiece> of(String text) {
    return asWritten(clean(text));
  }

  /// As [#of(String)], of a text that stands in another one.
  ///
  /// @param amongRightToLeft whether anything in that other one is written from the right
  static List<TextPiece> of(String text, boolean amongRightToLeft) {
    return asWritten(clean(text), amongRightToLeft);
  }

  /// The pieces of `text` in order, which together are `text` to the last character: for where it
  /// is still being written.
  public static List<TextPiece> asWritten(String text) {
    return asWritten(text, false);
  }

  private static List<TextPiece> asWritten(String text, boolean amongRightToLeft) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (!amongRightToLeft && text.chars().allMatch(c -> c < 0x300 && c != 0xa9 && c != 0xae)) {
      return List.of(new TextPiece.Words(text));
    }
    var cut = new TextPieces(text, amongRightToLeft);
    // Of the usual locale, as JavaFX: one is kept ready, and reading its rules takes long.
    BreakIterator line = BreakIterator.getLineInstance();
    line.setText(text);
    int start = 0;
    for (int end = line.next(); end != BreakIterator.DONE; start = end, end = line.next()) {
      cut.segment(start, end);
    }
    cut.flush();
    return cut.pieces;
  }

  /// `text` as it may be shown: composed, without control characters, direction overrides and
  /// marks that no script needs.
  public static String clean(String text) {
    if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int marks = 0;
    // The letter of the first ones may stand before this, as where that alone is emphasised.
    int most = MOST_MARKS_IN_EUROPE;
    for (int c : text.codePoints().filter(TextPieces::isShown).toArray()) {
      marks = marks(marks, c);
      most = marks == 0 ? mostOn(c) : most;
      if (marks <= most) {
        out.appendCodePoint(shown(c));
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /// As [#clean], and on one line.
  public static String onOneLine(String text) {
    return clean(text).replaceAll("\\s+", " ").strip();
  }

  /// How many marks a letter wears with `c`, after so many before it; what cannot be seen does not
  /// part them.
  private static int marks(int before, int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> before + 1;
      case Character.FORMAT -> before;
      default -> 0;
    };
  }

  private static int mostOn(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case LATIN, GREEK, CYRILLIC, COMMON, HAN, HIRAGANA, KATAKANA, HANGUL -> MOST_MARKS_IN_EUROPE;
      default -> MOST_MARKS;
    };
  }

  private static boolean isShown(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean override = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return !control && !override;
  }

  private static int shown(int c) {
    return Character.getType(c) == Character.SURROGATE ? 0xfffd : c;
  }

  /// One stretch between two places where a line may end.
  private void segment(int from, int to) {
    String segment = text.substring(from, to);
    int wordStart = 0;
    int start = 0;
    BreakIterator clusters = clusters(segment);
    for (int end = clusters.next(); end != BreakIterator.DONE; start = end, end = clusters.next()) {
      String cluster = segment.substring(start, end);
      OptionalInt emoji = EmojiIndex.get().find(cluster);
      if (emoji.isPresent()) {
        word(from + wordStart, from + start);
        flush();
        pieces.add(new TextPiece.Picture(cluster, emoji.getAsInt()));
        wordStart = end;
      }
    }
    word(from + wordStart, to);
  }

  /// A space that keeps words together is a sign between them, as below.
  private void word(int start, int end) {
    int from = start;
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == NO_BREAK) {
        part(from, at);
        signs(at, at + 1);
        from = at + 1;
      }
    }
    part(from, end);
  }

  /// Signs around a word of another script come from another font, and JavaFX puts what comes from
  /// two fonts in the wrong order where it is written from the right: they are pieces too.
  private void part(int start, int end) {
    if (!shaping.isDelicate(start, end)) {
      plain.append(text, start, end);
      return;
    }
    String word = text.substring(start, end);
    if (Shaping.letters(word) > LONGEST_WHOLE || Shaping.isUnspaced(word)) {
      flush();
      eachCluster(word);
      return;
    }
    int coreStart = start + coreStart(word);
    int coreEnd = Math.max(start + coreEnd(word), coreStart);
    signs(start, coreStart);
    flush();
    piece(text.substring(coreStart, coreEnd));
    signs(coreEnd, end);
  }

  private void signs(int start, int end) {
    if (!shaping.isDelicate(start, end)) {
      plain.append(text, start, end);
      return;
    }
    flush();
    piece(text.substring(start, end));
  }

  /// A mark belongs to the letter before it.
  private static int coreStart(String word) {
    int start = 0;
    while (start < word.length() && isSign(word.codePointAt(start))) {
      start += Character.charCount(word.codePointAt(start));
    }
    BreakIterator clusters = clusters(word);
    return clusters.isBoundary(start) ? start : clusters.preceding(start);
  }

  private static int coreEnd(String word) {
    int end = word.length();
    while (end > 0 && isSign(word.codePointBefore(end))) {
      end -= Character.charCount(word.codePointBefore(end));
    }
    return end;
  }

  private static boolean isSign(int c) {
    return !Shaping.isShaped(c) && !Character.isLetterOrDigit(c);
  }

  private void eachCluster(String word) {
    BreakIterator clusters = clusters(word);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; start = end, end = clusters.next()) {
      piece(word.substring(start, end));
    }
  }

  private void flush() {
    piece(plain.toString());
    plain.setLength(0);
  }

  private void piece(String words) {
    if (!words.isEmpty()) {
      pieces.add(new TextPiece.Words(words));
    }
  }

  private static BreakIterator clusters(String text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    return clusters;
  }
}
