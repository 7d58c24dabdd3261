package org.tidings.ui.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidings.feed.text.Words;
import org.tidings.ui.text.EmojiIndex.Named;

/// What emoji are called in one language, as Unicode's CLDR says: a name each, and other words that
/// people think of. Read on first use. Immutable.
final class EmojiNames {
  private static final Map<String, EmojiNames> LANGUAGES = new ConcurrentHashMap<>();

  private final List<Entry> entries;
  private final Map<String, String> names;

  /// @param words those of the name as they are searched
  /// @param isName whether it is what the emoji is called, and not another word
  private record Entry(Named named, String words, boolean isName) {}

  private EmojiNames(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    names =
        entries.stream()
            .filter(Entry::isName)
            .map(Entry::named)
            .collect(Collectors.toMap(Named::emoji, Named::name));
  }

  /// Those of a language, by its code; none in one that we have none of.
  static EmojiNames in(String language) {
    return LANGUAGES.computeIfAbsent(language, EmojiNames::read);
  }

  private static EmojiNames read(String language) {
    List<Entry> entries = new ArrayList<>();
    String name = "/org/tidings/ui/emoji/names_" + language + ".txt";
    try (InputStream file = EmojiNames.class.getResourceAsStream(name)) {
      if (file != null) {
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
            .lines()
            .forEach(line -> add(line.split("\t", -1), entries));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmojiNames(entries);
  }

  private static void add(String[] fields, List<Entry> entries) {
    String emoji = EmojiIndex.emoji(fields[0]);
    for (int i = 1; i < fields.length; i++) {
      Named named = new Named(emoji, fields[i]);
      entries.add(new Entry(named, searched(fields[i]), i == 1));
    }
  }

  /// What an emoji is called.
  Optional<String> of(String emoji) {
    return Optional.ofNullable(names.get(emoji));
  }

  /// Those of which a word begins so, whatever its case and accents: those that begin so as a whole
  /// first, of them names, and of these short ones.
  Stream<Named> beginning(String typed) {
    String wanted = searched(typed);
    return wanted.isBlank()
        ? Stream.empty()
        : entries.stream()
            .filter(entry -> entry.words.contains(wanted))
            .sorted(
                Comparator.comparing((Entry entry) -> !entry.words.startsWith(wanted))
                    .thenComparing(entry -> !entry.isName)
                    .thenComparingInt(entry -> entry.words.length()))
            .map(Entry::named);
  }

  /// Its words with a space before each; none where no letter is in it: `+1` is no word.
  static String searched(String text) {
    boolean isWord = text.codePoints().anyMatch(Character::isLetter);
    return isWord ? " " + Words.indexed(text).strip() : "";
  }
}
