package org.tidings.feed.activity;

import java.util.Map;
import org.tidings.feed.ref.Ref;

/// A link as a word of the index of links: why it points, and in short where. Stateless.
final class Pointer {

  private Pointer() {}

  static String to(Ref target, Why why) {
    return to(ShortId.of(target), why);
  }

  /// @param target a [ShortId]
  static String to(long target, Why why) {
    return why.flag() + Long.toString(target, Character.MAX_RADIX);
  }

  /// The words of several links, a space after each.
  ///
  /// @param links flags of [Why] by [ShortId]
  static String allOf(Map<Long, Integer> links) {
    StringBuilder words = new StringBuilder();
    links.forEach(
        (target, flags) -> Why.of(flags).forEach(why -> words.append(to(target, why)).append(' ')));
    return words.toString();
  }
}
