package org.tidings.ui.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidings.feed.local.Drafts;

/// A text begun and not posted, as it is on the disk.
///
/// @param text of its warning where there is no other; empty where only pictures or files were
///     added
/// @param changedMs when it was last changed, epoch milliseconds; 0 where that is not known
public record Kept(Destination destination, String text, long changedMs) {

  /// All of them, the one changed last at the front. Asks the database.
  public static List<Kept> all(Drafts drafts) {
    Map<String, Long> changed = new LinkedHashMap<>();
    drafts.all().forEach(part -> changed.putIfAbsent(Words.place(part.place()), part.changedMs()));
    return changed.entrySet().stream()
        .flatMap(place -> of(drafts, place.getKey(), place.getValue()).stream())
        .toList();
  }

  private static Optional<Kept> of(Drafts drafts, String place, long changedMs) {
    Words words = Words.load(drafts, place);
    String text =
        Stream.of(words.text(), words.warning())
            .filter(each -> !each.isBlank())
            .findFirst()
            .orElse("");
    return text.isEmpty() && words.attachments().isEmpty()
        ? Optional.empty()
        : Destination.ofDraft(place).map(destination -> new Kept(destination, text, changedMs));
  }
}
