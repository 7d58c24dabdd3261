package org.tidings.ui.text;

import java.text.Bidi;

/// Which characters of a text are drawn one by one, which are shaped together with their
/// neighbours, and from which side it starts.
public final class Shaping {
  private final String text;
  private final Bidi directions;

  /// @param amongRightToLeft whether anything is written from the right in the text it is part of
  Shaping(String text, boolean amongRightToLeft) {
    this.text = text;
    this.directions =
        new Bidi(
            text,
            amongRightToLeft || hasRightToLeft(text)
                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                : Bidi.DIRECTION_LEFT_TO_RIGHT);
  }

  /// Whether JavaFX fails when it has to end a line between two of these characters: they are
  /// shaped, or written from the right, as signs are too that stand among such letters. JavaFX
  /// gives each line the side it starts from, and what stands around decides about signs at an
  /// end: any sign counts that would be written from the right if all of the text was.
  boolean isDelicate(int start, int end) {
    for (int i = start; i < end; i++) {
      if (directions.getLevelAt(i) % 2 != 0 || isShaped(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Everything outside the scripts known to be drawn character by character counts as shaped.
  static boolean isShaped(int c) {
    if (c < 0x300) {
      return false;
    }
    boolean european = (c >= 0x370 && c < 0x590) || (c >= 0x10a0 && c < 0x1100);
    boolean extended = (c >= 0x1e00 && c < 0x200c) || (c >= 0x1c80 && c < 0x1cc0);
    boolean symbols = c >= 0x2010 && c < 0x2e80 && !(c >= 0x2028 && c <= 0x202f) && c < 0x20d0;
    boolean signs = c >= 0x2100 && c < 0x2e80;
    boolean asian = c >= 0x2e80 && c < 0xa4d0 && c != 0x3099 && c != 0x309a;
    boolean hangul = c >= 0xac00 && c <= 0xd7a3;
    boolean forms = (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c <= 0xfffd);
    return !(european || extended || symbols || signs || asian || hangul || forms);
  }

  /// How many characters of `text` take room of their own.
  static int letters(String text) {
    return (int)
        text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }

  /// Whether `text` holds a script written without spaces, where a line may end between clusters.
  static boolean isUnspaced(String text) {
    return text.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(Shaping::isUnspaced);
  }

  static boolean isUnspaced(Character.UnicodeScript script) {
    return switch (script) {
      case THAI, LAO, KHMER, MYANMAR, TAI_LE, NEW_TAI_LUE, TAI_THAM, JAVANESE, BALINESE -> true;
      default -> false;
    };
  }

  /// Whether any letter is written from right to left.
  public static boolean hasRightToLeft(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  /// Whether the first letter with a direction is written from right to left.
  public static boolean isRightToLeft(String text) {
    return text
        .codePoints()
        .map(Character::getDirectionality)
        .filter(
            d ->
                d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
        .findFirst()
        .stream()
        .anyMatch(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  }
}
