package org.tidings.feed.text;

import java.util.ArrayList;
import java.util.List;

/// Names as they are looked up: by the words that full text finds in them, so that whoever is found
/// by a word in a text is found by it in a name. Stateless.
public final class NameWords {

  /// Longer names are looked up by their beginning.
  private static final int LONGEST = 100;

  /// By so many of its words a name is found.
  private static final int MOST_WORDS = 16;

  private NameWords() {}

  /// The words of a name with spaces between them; a name of signs alone stands for itself.
  public static String of(String name) {
    String words = Words.indexed(name).strip();
    String all = words.isEmpty() ? Folding.fold(name) : words;
    return all.length() <= LONGEST ? all : all.substring(0, end(all)).strip();
  }

  /// No pair of surrogates is cut.
  private static int end(String all) {
    return Character.isHighSurrogate(all.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /// What begins at each word of it, all of it first.
  public static List<String> endings(String name) {
    List<String> endings = new ArrayList<>();
    String rest = of(name);
    while (!rest.isEmpty() && endings.size() < MOST_WORDS) {
      endings.add(rest);
      int space = rest.indexOf(' ');
      rest = space < 0 ? "" : rest.substring(space + 1);
    }
    return endings;
  }
}
