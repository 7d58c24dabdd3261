package org.tidings.ui.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows the words of some languages, and those a person has said are right. Thread-safe.
public final class Speller {
  private static final Logger log = LoggerFactory.getLogger(Speller.class);

  /// Knows nothing, and finds nothing misspelt.
  public static final Speller NONE = new Speller(List.of(), Set.of());

  private static final int MOST_SUGGESTIONS = 5;

  /// Words of more letters take the dictionaries long, and are none.
  private static final int LONGEST = 60;

  private static final int MOST_JUDGED = 4_096;

  private final List<Known> known;
  private final Set<String> own;
  private final Map<String, Boolean> judged = new ConcurrentHashMap<>();

  /// A dictionary that has been read.
  ///
  /// @param script in which its language is written; it judges no other words
  private record Known(DictionaryFile file, UnicodeScript script, Hunspell words) {}

  private Speller(List<Known> known, Set<String> own) {
    this.known = known;
    this.own = own;
  }

  /// Reads these dictionaries, but for those that `before` has read. Takes a second for each. What
  /// cannot be read is left out.
  ///
  /// @param own words that are right besides
  public static Speller read(Collection<DictionaryFile> files, Set<String> own, Speller before) {
    List<Known> known = new ArrayList<>();
    for (DictionaryFile file : files) {
      before.known(file).or(() -> read(file)).ifPresent(known::add);
    }
    return new Speller(List.copyOf(known), own);
  }

  private Optional<Known> known(DictionaryFile file) {
    return known.stream().filter(one -> one.file().equals(file)).findFirst();
  }

  private static Optional<Known> read(DictionaryFile file) {
    try (InputStream affixes = Files.newInputStream(file.affixes());
        InputStream words = Files.newInputStream(file.words())) {
      Dictionary dictionary =
          new Dictionary(affixes, List.of(words), false, SortingStrategy.inMemory());
      Hunspell hunspell = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
      return Optional.of(new Known(file, script(file.language()), hunspell));
    } catch (IOException | ParseException | RuntimeException e) {
      log.warn("no words from {}: {}", file.words(), e.toString());
      return Optional.empty();
    }
  }

  /// The script of a language is that of its name in itself.
  private static UnicodeScript script(String language) {
    Locale itself = Locale.of(language);
    return UnicodeScript.of(itself.getDisplayLanguage(itself).codePointAt(0));
  }

  /// Whether a word is right in one of the languages. So is one whose script none of them is
  /// written in.
  public boolean isRight(String word) {
    if (judged.size() >= MOST_JUDGED) {
      judged.clear();
    }
    return judged.computeIfAbsent(word, this::judge);
  }

  private boolean judge(String word) {
    List<Hunspell> judges = judges(word);
    return judges.isEmpty()
        || own.contains(word)
        || own.contains(word.toLowerCase(Locale.ROOT))
        || judges.stream().anyMatch(one -> one.spell(word));
  }

  /// What may have been meant, the likeliest first. Takes up to a quarter of a second for each
  /// language.
  public List<String> suggestions(String word) {
    List<List<String>> each = judges(word).stream().map(one -> one.suggest(word)).toList();
    int longest = each.stream().mapToInt(List::size).max().orElse(0);
    return Stream.iterate(0, rank -> rank < longest, rank -> rank + 1)
        .flatMap(
            rank -> each.stream().filter(some -> rank < some.size()).map(some -> some.get(rank)))
        .distinct()
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  private List<Hunspell> judges(String word) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    return known.stream()
        .filter(one -> word.codePoints().allMatch(point -> isOf(one.script(), point)))
        .map(Known::words)
        .toList();
  }

  private static boolean isOf(UnicodeScript script, int point) {
    UnicodeScript its = UnicodeScript.of(point);
    return its == script || its == UnicodeScript.COMMON || its == UnicodeScript.INHERITED;
  }
}
