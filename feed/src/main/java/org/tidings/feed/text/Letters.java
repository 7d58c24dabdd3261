package org.tidings.feed.text;

import java.text.BreakIterator;
import java.util.Locale;

/// Texts as rows of what people take for letters, each of one or several characters. Stateless.
public final class Letters {
  private Letters() {}

  /// The text, or its beginning as [#beginning] has it, and a sign that it goes on.
  public static String cut(String text, int most) {
    String beginning = beginning(text, most);
    return beginning.length() == text.length() ? text : beginning + "…";
  }

  /// The beginning of `text`, of at most so many characters, in which no letter is cut; only of one
  /// that is longer by itself there is a part.
  public static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = letters.isBoundary(most) ? most : letters.preceding(most);
    if (end > 0) {
      return text.substring(0, end);
    }
    boolean pair = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, pair ? most - 1 : most);
  }
}
