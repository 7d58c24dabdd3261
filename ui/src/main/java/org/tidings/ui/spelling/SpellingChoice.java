package org.tidings.ui.spelling;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What a person has set about spelling.
///
/// @param languages codes of those to check by, such as `de`; if empty, the window's own
/// @param words what they have said is right in any language, the oldest first
public record SpellingChoice(Optional<Set<String>> languages, Set<String> words) {
  /// Beyond these the oldest are forgotten.
  public static final int MOST_WORDS = 500;

  public static final SpellingChoice USUAL = new SpellingChoice(Optional.empty(), Set.of());

  public SpellingChoice {
    languages = languages.map(Set::copyOf);
    words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }

  /// The same with this word.
  public SpellingChoice withWord(String word) {
    Set<String> more = new LinkedHashSet<>(words);
    more.add(word);
    while (more.size() > MOST_WORDS) {
      more.remove(more.iterator().next());
    }
    return new SpellingChoice(languages, more);
  }

  /// The same without this word.
  public SpellingChoice withoutWord(String word) {
    Set<String> fewer = new LinkedHashSet<>(words);
    fewer.remove(word);
    return new SpellingChoice(languages, fewer);
  }

  /// The same for these languages.
  public SpellingChoice withLanguages(Set<String> codes) {
    return new SpellingChoice(Optional.of(codes), words);
  }
}
