package org.tidings.ui.control;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.WeakHashMap;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// How high the rows of a list were when they were last seen. The list asks that of rows out of
/// sight, several times in each frame while it is scrolled, and drawing them for it would take
/// longer than all else. Confined to the JavaFX thread.
final class RowHeights<T> {
  private final Map<T, Double> known = new WeakHashMap<>();
  private double sum;
  private int count;

  /// With which all of these are so high; none before the first.
  private @Nullable Setting setting;

  /// What the height of a row depends on besides its item.
  record Setting(double width, Font font) {}

  /// The row of `item` is this high.
  void put(T item, Setting now, double height) {
    if (!Objects.equals(setting, now)) {
      clear();
      setting = now;
    }
    if (known.put(item, height) == null) {
      sum += height;
      count++;
    }
  }

  /// Forgets all rows.
  void clear() {
    known.clear();
    sum = 0;
    count = 0;
  }

  /// How high the row of `item` is, if that is known.
  OptionalDouble of(T item, Setting now) {
    Double height = Objects.equals(setting, now) ? known.get(item) : null;
    return height == null ? OptionalDouble.empty() : OptionalDouble.of(height);
  }

  /// About how high a row is that has not been drawn; empty where none has been.
  OptionalDouble guess() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}
