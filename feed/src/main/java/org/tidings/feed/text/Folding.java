package org.tidings.feed.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names and words as they are looked up: case and accents do not matter. Stateless.
public final class Folding {

  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final int FIRST_COMPOSED = 0x80;

  private Folding() {}

  /// The form in which equal names are equal.
  public static String fold(String name) {
    String bare = name.strip();
    if (bare.chars().allMatch(c -> c < FIRST_COMPOSED)) {
      return bare.toLowerCase(Locale.ROOT);
    }
    String plain = Normalizer.normalize(bare, Normalizer.Form.NFKD);
    return ACCENTS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
