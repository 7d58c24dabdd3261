package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Fills a page although some of what is found cannot be shown, such as damaged messages: whoever
/// asks takes a page that is not full for the last. Stateless.
public final class FullPage {

  private FullPage() {}

  /// At most `limit` of what is shown, after `after`.
  ///
  /// @param next the keys after a key, at most so many
  /// @param show what is to be shown for these keys, in their order
  public static <K, T> List<T> of(
      K after, int limit, BiFunction<K, Integer, List<K>> next, Function<List<K>, List<T>> show) {
    List<T> page = new ArrayList<>();
    K from = after;
    List<K> keys;
    do {
      keys = next.apply(from, limit);
      if (!keys.isEmpty()) {
        from = keys.getLast();
        page.addAll(show.apply(keys));
      }
    } while (keys.size() == limit && page.size() < limit);
    return page.size() > limit ? List.copyOf(page.subList(0, limit)) : page;
  }
}
