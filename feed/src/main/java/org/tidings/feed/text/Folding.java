package org.tidings.feed.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names and words as they are looked up: case and accents do not matter, nor do two ways to write
/// one letter, nor how it is drawn. Stateless.
public final class Folding {

  /// Those of Latin and Greek, the points of Hebrew, and of Arabic the vowels, the hamza and madda
  /// of a letter, and what only makes a word longer.
  private static final Pattern ACCENTS =
      Pattern.compile(
          "[\\u0300-\\u036F"
              + "\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7"
              + "\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670]+");

  /// What is not seen, or says only how a symbol is drawn.
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\uFE00-\\uFE0F]");

  private static final int FIRST_NOT_ASCII = 0x80;

  private static final int MOST_JAVAS = 1_000;

  private Folding() {}

  /// The version of what is kept of folded names and words. Another edition of Java brings other
  /// tables of Unicode, by which some are folded otherwise, and what was kept would not be found
  /// again to be taken out.
  ///
  /// @param own raised whenever something else is kept
  public static int version(int own) {
    return own * MOST_JAVAS + Runtime.version().feature();
  }

  /// Whether two versions made by [#version] differ by the edition of Java alone: what is kept is
  /// of the same form then, and few words are folded otherwise.
  public static boolean isOnlyAnotherJava(int version, int other) {
    return version != other && version >= MOST_JAVAS && version / MOST_JAVAS == other / MOST_JAVAS;
  }

  /// The form in which equal names are equal.
  public static String fold(String name) {
    String bare = name.strip();
    if (isAscii(bare)) {
      return bare.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(bare, Normalizer.Form.NFKD);
    String folded = ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    return isAscii(folded) ? folded : spelled(UNSEEN.matcher(folded).replaceAll(""));
  }

  /// Letters that Unicode takes for letters of their own, as people write them who lack the key,
  /// and the sigma at the end of a word as that within one: the end of a word typed is none yet.
  private static String spelled(String folded) {
    StringBuilder spelled = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char letter = folded.charAt(i);
      switch (letter) {
        case '\u00DF' -> spelled.append("ss");
        case '\u00E6' -> spelled.append("ae");
        case '\u00F0', '\u0111' -> spelled.append('d');
        case '\u00F8' -> spelled.append('o');
        case '\u00FE' -> spelled.append("th");
        case '\u0127' -> spelled.append('h');
        case '\u0131' -> spelled.append('i');
        case '\u0142' -> spelled.append('l');
        case '\u0153' -> spelled.append("oe");
        case '\u0167' -> spelled.append('t');
        case '\u03C2' -> spelled.append('\u03C3');
        default -> spelled.append(letter);
      }
    }
    return spelled.toString();
  }

  /// Whether the text has no characters but those of ASCII. Written out because every word that
  /// comes in passes here.
  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_NOT_ASCII) {
        return false;
      }
    }
    return true;
  }
}
