package org.tidings.ui.common;

import java.util.List;
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
