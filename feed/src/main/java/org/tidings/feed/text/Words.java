package org.tidings.feed.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A text as it is searched: its words, without ids, which nobody types. Scripts written without
/// spaces, and symbols such as emoji, which often touch a word, are taken character by character.
/// Stateless.
public final class Words {

  private static final Pattern IDS =
      Pattern.compile("[@%&][A-Za-z0-9+/]{43}=\\.(?:ed25519|sha256)");

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final int FIRST_WITHOUT_SPACES = 0x0E01;

  /// Lengthens the vowel before it, in two widths; no script calls it its own.
  private static final int LONG_VOWEL = 0x30FC;

  private static final int LONG_VOWEL_HALF_WIDTH = 0xFF70;

  /// The marks of sound of half-width Katakana, which Unicode counts among the letters.
  private static final int VOICED_HALF_WIDTH = 0xFF9E;

  private static final int SEMI_VOICED_HALF_WIDTH = 0xFF9F;

  /// Where a word may be parted at the end of a line.
  private static final int SOFT_HYPHEN = 0xAD;

  /// What stands in every id, and in few texts else.
  private static final String IN_ID = "=.";

  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK;

  /// Letters, numbers, marks, and what is for private use.
  private static final int IN_WORDS =
      MARKS
          | 1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER
          | 1 << Character.PRIVATE_USE;

  private static final int FIRST_NOT_ASCII = 0x80;

  private static final int SYMBOLS = 1 << Character.OTHER_SYMBOL;

  private Words() {}

  /// A word and where it stands.
  public record Word(String folded, int start, int end) {}

  /// What is done with each word.
  private interface Sink {
    void word(int start, int end);
  }

  /// The words of a text, in order, whatever their case and accents.
  public static List<Word> of(String text) {
    String plain = blanked(text);
    List<Word> words = new ArrayList<>();
    each(
        plain,
        (start, end) -> {
          String folded = Folding.fold(plain.substring(start, end));
          if (!folded.isBlank()) {
            words.add(new Word(folded, start, end));
          }
        });
    return words;
  }

  private static void each(String plain, Sink sink) {
    int at = 0;
    while (at < plain.length()) {
      int end = endOfWord(plain, at);
      if (end > at) {
        sink.word(at, end);
        at = end;
      } else {
        at += Character.charCount(plain.codePointAt(at));
      }
    }
  }

  /// Where the word that starts there ends; the same place if none does. Written out because every
  /// text that comes in passes here.
  private static int endOfWord(String text, int start) {
    int first = text.codePointAt(start);
    int end = start;
    if (standsAlone(first)) {
      end += Character.charCount(first);
      while (end < text.length() && isMark(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
    } else if (belongsToWord(first)) {
      while (end < text.length() && goesOn(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
    }
    return end;
  }

  private static boolean belongsToWord(int codePoint) {
    return is(IN_WORDS, codePoint) && !isWithoutSpaces(codePoint);
  }

  private static boolean goesOn(int codePoint) {
    return belongsToWord(codePoint) || codePoint == SOFT_HYPHEN;
  }

  private static boolean isMark(int codePoint) {
    return is(MARKS, codePoint)
        || codePoint == VOICED_HALF_WIDTH
        || codePoint == SEMI_VOICED_HALF_WIDTH;
  }

  /// Whether a character is a word of its own, whatever stands beside it.
  public static boolean standsAlone(int codePoint) {
    return is(SYMBOLS, codePoint) || isWithoutSpaces(codePoint);
  }

  /// No script without spaces has a character before its first, Thai.
  private static boolean isWithoutSpaces(int codePoint) {
    return codePoint >= FIRST_WITHOUT_SPACES
        && (codePoint == LONG_VOWEL
            || codePoint == LONG_VOWEL_HALF_WIDTH
            || WITHOUT_SPACES.contains(UnicodeScript.of(codePoint)));
  }

  private static boolean is(int types, int codePoint) {
    return (types & 1 << Character.getType(codePoint)) != 0;
  }

  /// The folded words with a space after each: what the index is given.
  public static String indexed(String text) {
    String plain = blanked(text);
    StringBuilder indexed = new StringBuilder(plain.length() + 1);
    each(plain, (start, end) -> index(plain, start, end, indexed));
    return indexed.toString();
  }

  /// Of most words, which are ASCII, no text is made, because every post that comes in passes here.
  private static void index(String plain, int start, int end, StringBuilder indexed) {
    int before = indexed.length();
    for (int i = start; i < end; i++) {
      char letter = plain.charAt(i);
      if (letter >= FIRST_NOT_ASCII) {
        indexed.setLength(before);
        String folded = Folding.fold(plain.substring(start, end));
        indexed.append(folded.isBlank() ? "" : folded + ' ');
        return;
      }
      indexed.append(letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter);
    }
    indexed.append(' ');
  }

  /// Ids become spaces, so that everything else stays in its place.
  private static String blanked(String text) {
    return !text.contains(IN_ID)
        ? text
        : IDS.matcher(text).replaceAll(id -> " ".repeat(id.group().length()));
  }
}
