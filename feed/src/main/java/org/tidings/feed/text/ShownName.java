package org.tidings.feed.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names as they are shown, whatever somebody calls themselves. Stateless.
public final class ShownName {
  /// Of a longer one the beginning is shown.
  private static final int LONGEST = 100;

  /// Letters and a symbol that look like a space, of Hangul, Khmer and Braille.
  private static final Set<Integer> EMPTY =
      Set.of(0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

  private static final Pattern SPACES = Pattern.compile("[\\s\\x85\\p{Zl}\\p{Zp}]+");

  private ShownName() {}

  /// The name on one line, cut where it is very long; empty where nothing of it can be seen by
  /// itself.
  public static Optional<String> of(String name) {
    return Optional.of(name)
        .filter(given -> given.codePoints().anyMatch(ShownName::isSeen))
        .map(given -> SPACES.matcher(given).replaceAll(" ").strip())
        .map(ShownName::cut);
  }

  private static String cut(String name) {
    String beginning = Letters.beginning(name, LONGEST);
    return beginning.length() == name.length() ? name : beginning.strip() + "…";
  }

  /// Marks need a letter to stand on.
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> !EMPTY.contains(c);
    };
  }
}
