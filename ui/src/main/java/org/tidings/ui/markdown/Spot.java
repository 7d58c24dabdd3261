package org.tidings.ui.markdown;

import java.util.Comparator;

/// Before which letter of which paragraph. A value.
record Spot(int flow, int letter) implements Comparable<Spot> {
  static final Spot BEGINNING = new Spot(0, 0);

  @Override
  public int compareTo(Spot other) {
    return Comparator.comparingInt(Spot::flow).thenComparingInt(Spot::letter).compare(this, other);
  }
}
