package org.tidings.ui.text;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.Locale;

/// About how long it takes to lay a text out, where a plain letter takes 1: a picture, or a word
/// that is a piece of its own, takes what a line of plain letters does. Thread-safe.
public final class Effort {
  /// Of a node, whatever stands in it.
  public static final int NODE = 60;

  private static final int LINE = 15;
  private static final int SHAPED = 12;
  private static final int UNSPACED = 40;

  /// From a font that has not the letters of the text around it.
  private static final int ASIAN = 8;

  private static final int FIRST_SHAPED = 0x300;
  private static final int FIRST_ASIAN = 0x2e80;

  private Effort() {}

  public static int of(String text) {
    return text.codePoints().map(Effort::of).sum();
  }

  private static int of(int c) {
    if (c == '\n') {
      return LINE;
    }
    if (c < FIRST_SHAPED) {
      return 1;
    }
    if (Character.isExtendedPictographic(c)) {
      return NODE;
    }
    if (Shaping.isShaped(c) || isFromTheRight(c)) {
      return Shaping.isUnspaced(UnicodeScript.of(c)) ? UNSPACED : SHAPED;
    }
    return c < FIRST_ASIAN ? 1 : ASIAN;
  }

  private static boolean isFromTheRight(int c) {
    byte side = Character.getDirectionality(c);
    return side == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || side == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /// `text`, or its beginning where all of it takes more than `limit`.
  public static String beginning(String text, int limit) {
    int end = end(text, limit);
    return end == text.length() ? text : text.substring(0, end).strip() + " …";
  }

  /// Where the beginning of `text` ends that takes no more than `limit`: the end of a word where
  /// one is near, never within a letter; at least one letter.
  public static int end(String text, int limit) {
    int spent = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      spent += of(c);
      if (spent > limit) {
        return wordEnd(text, end);
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /// Where a word ends at or not long before `end`, else a letter.
  public static int wordEnd(String text, int end) {
    int at = end;
    while (at > end / 2 && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    if (at > end / 2) {
      return at;
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    if (end >= text.length() || letters.isBoundary(end)) {
      return Math.max(end, letters.following(0));
    }
    int before = letters.preceding(end);
    return before > 0 ? before : letters.following(0);
  }
}
