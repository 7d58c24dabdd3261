package org.tidings.feed.activity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A link as a word of the index of links: why it points, and in short where. Stateless.
final class Pointer {

  private Pointer() {}

  /// @param target a [ShortId]
  static String to(long target, Why why) {
    return why.flag() + Long.toString(target, Character.MAX_RADIX);
  }

  /// The words of several links, each once, a space after each.
  static String allOf(List<Link> links) {
    if (links.isEmpty()) {
      return "";
    }
    Set<String> words = new LinkedHashSet<>();
    links.forEach(link -> words.add(to(ShortId.of(link.target()), link.why())));
    StringBuilder all = new StringBuilder();
    words.forEach(word -> all.append(word).append(' '));
    return all.toString();
  }
}
