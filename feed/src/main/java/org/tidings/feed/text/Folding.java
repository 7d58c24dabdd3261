package org.tidings.feed.text;

import java.text.Normalizer;
import java.util.Locale;

/// Names and words as they are looked up: case and accents do not matter, nor do two ways to write
/// one letter, nor how it is drawn. Stateless.
public final class Folding {

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
    String folded = withoutAccents(apart).toLowerCase(Locale.ROOT);
    return isAscii(folded) ? folded : spelled(folded);
  }

  private static String withoutAccents(String apart) {
    StringBuilder without = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (!isAccent(apart.charAt(i))) {
        without.append(apart.charAt(i));
      }
    }
    return without.toString();
  }

  /// Those of Latin and Greek, the points of Hebrew, and of Arabic the vowels, the hamza and madda
  /// of a letter, and what only makes a word longer. Written out, since all words that are not
  /// ASCII pass here: patterns took most of the time that reading a post took.
  private static boolean isAccent(char letter) {
    return isWithin(letter, '\u0300', '\u036F')
        || isPoint(letter)
        || isWithin(letter, '\u0610', '\u061A')
        || letter == '\u0640'
        || isWithin(letter, '\u064B', '\u065F')
        || letter == '\u0670';
  }

  /// Of Hebrew; signs that stand by themselves are between them.
  private static boolean isPoint(char letter) {
    return isWithin(letter, '\u0591', '\u05C7')
        && letter != '\u05BE'
        && letter != '\u05C0'
        && letter != '\u05C3'
        && letter != '\u05C6';
  }

  /// What is not seen, or says only how a symbol is drawn.
  private static boolean isUnseen(char letter) {
    return letter == '\u00AD' || isWithin(letter, '\uFE00', '\uFE0F');
  }

  private static boolean isWithin(char letter, char first, char last) {
    return letter >= first && letter <= last;
  }

  /// Without what is not seen; letters that Unicode takes for letters of their own as people write
  /// them who lack the key, and the sigma at the end of a word as that within one: the end of what
  /// is typed is none yet.
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
        default -> {
          if (!isUnseen(letter)) {
            spelled.append(letter);
          }
        }
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
