package org.tidings.ui.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A misspelt word of a line.
///
/// @param begin its first character
/// @param end the one after its last
public record Misspelt(int begin, int end) {
  /// Code in a line, or what stands between two spaces.
  private static final Pattern CHUNK = Pattern.compile("`[^`]*+`|[^\\s`]++");

  /// What is in code, addresses, ids, mentions, channels, names of files and numbers, and in no
  /// word; or an emoji by its name.
  private static final Pattern NO_WORD =
      Pattern.compile("[`@#%&/\\\\=<>|~\\d]|\\p{L}[._]\\p{L}|^:\\w++:$");

  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:['’-][\\p{L}\\p{M}]++)*+");

  /// Those of `line`, by what `speller` knows. Single letters and abbreviations in capitals are
  /// none.
  public static List<Misspelt> in(String line, Speller speller) {
    List<Misspelt> found = new ArrayList<>();
    Matcher chunk = CHUNK.matcher(line);
    while (chunk.find()) {
      if (!NO_WORD.matcher(chunk.group()).find()) {
        Matcher word = WORD.matcher(line).region(chunk.start(), chunk.end());
        while (word.find()) {
          if (isMisspelt(word.group(), speller)) {
            found.add(new Misspelt(word.start(), word.end()));
          }
        }
      }
    }
    return found;
  }

  private static boolean isMisspelt(String word, Speller speller) {
    return word.length() > 1 && !isCapitals(word) && !speller.isRight(word);
  }

  private static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT))
        && !word.equals(word.toLowerCase(Locale.ROOT));
  }

  /// Whether the caret at this character is in the word, or at one of its ends.
  public boolean touches(int character) {
    return begin <= character && character <= end;
  }
}
