package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.feed.index.ProfileIndex;

/// A text as it is searched: its words, without ids, which nobody types. Scripts written without
/// spaces are taken character by character. Stateless.
final class Words {

  private static final Pattern IDS =
      Pattern.compile("[@%&][A-Za-z0-9+/]{43}=\\.(?:ed25519|sha256)");

  /// A word, or one character of a script without spaces.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]"
              + "\\p{M}*|(?:(?![\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
              + "\\p{IsKhmer}\\p{IsMyanmar}])[\\p{L}\\p{N}\\p{Co}\\p{So}\\p{M}])+");

  private Words() {}

  /// A word and where it stands.
  record Word(String folded, int start, int end) {}

  /// The words of a text, in order, whatever their case and accents.
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(blanked(text));
    while (word.find()) {
      words.add(new Word(ProfileIndex.fold(word.group()), word.start(), word.end()));
    }
    return words;
  }

  /// The folded words with spaces between them: what the index is given.
  static String indexed(String text) {
    StringBuilder indexed = new StringBuilder();
    for (Word word : of(text)) {
      indexed.append(word.folded).append(' ');
    }
    return indexed.toString();
  }

  /// Ids become spaces, so that everything else stays in its place.
  private static String blanked(String text) {
    return IDS.matcher(text).replaceAll(id -> " ".repeat(id.group().length()));
  }
}
