package org.tidings.ui.common;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;

/// Brings a shown list up to date. Confined to the screen thread.
public final class Rows {
  private Rows() {}

  /// Makes `shown` equal to `fresh` and leaves what both begin and end with untouched, so that what
  /// is being read is neither drawn anew nor moved.
  public static <T> void show(ObservableList<T> shown, List<? extends T> fresh) {
    int shorter = Math.min(shown.size(), fresh.size());
    int start = 0;
    while (start < shorter && shown.get(start).equals(fresh.get(start))) {
      start++;
    }
    int kept = 0;
    while (kept < shorter - start
        && shown.get(shown.size() - 1 - kept).equals(fresh.get(fresh.size() - 1 - kept))) {
      kept++;
    }
    replace(shown, start, kept, fresh.subList(start, fresh.size() - kept));
  }

  /// What stands in `shown` below the last of `fresh` and is not among those: what has been read
  /// further down than was asked for anew. Nothing where the last is not shown, for what is between
  /// is not known then.
  ///
  /// @param key what makes two items the same row
  public static <T> List<T> below(
      List<T> shown, List<? extends T> fresh, Function<? super T, ?> key) {
    List<Object> keys = shown.stream().<Object>map(key).toList();
    int last = fresh.isEmpty() ? -1 : keys.indexOf(key.apply(fresh.getLast()));
    if (last < 0) {
      return List.of();
    }
    Set<Object> taken = fresh.stream().<Object>map(key).collect(Collectors.toSet());
    return shown.subList(last + 1, shown.size()).stream()
        .filter(row -> !taken.contains(key.apply(row)))
        .toList();
  }

  private static <T> void replace(
      ObservableList<T> shown, int start, int kept, List<? extends T> middle) {
    int changed = Math.min(shown.size() - kept - start, middle.size());
    for (int i = 0; i < changed; i++) {
      shown.set(start + i, middle.get(i));
    }
    if (shown.size() - kept > start + changed) {
      shown.remove(start + changed, shown.size() - kept);
    }
    if (middle.size() > changed) {
      shown.addAll(start + changed, middle.subList(changed, middle.size()));
    }
  }
}
