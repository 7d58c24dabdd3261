package org.tidings.app.window;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.ui.spelling.SpellingChoice;

/// How texts are checked, as it stands in the settings. What makes no sense counts as not set.
/// Stateless.
final class SpellingJson {
  private static final String LANGUAGES = "languages";
  private static final String WORDS = "words";

  private SpellingJson() {}

  static JsonObject of(SpellingChoice choice) {
    JsonObject.Builder json = JsonObject.builder();
    choice.languages().ifPresent(codes -> json.put(LANGUAGES, array(new TreeSet<>(codes))));
    return json.put(WORDS, array(choice.words())).build();
  }

  static SpellingChoice parse(JsonObject json) {
    return new SpellingChoice(
        json.array(LANGUAGES).map(SpellingJson::strings),
        json.array(WORDS).map(SpellingJson::strings).orElse(Set.of()));
  }

  private static JsonArray array(Collection<String> strings) {
    return JsonArray.ofStrings(List.copyOf(strings));
  }

  private static Set<String> strings(JsonArray array) {
    return array.items().stream()
        .flatMap(item -> item.asString().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
