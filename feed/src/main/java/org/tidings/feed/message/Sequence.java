package org.tidings.feed.message;

/// The place of a message in its feed, counted from 1.
public record Sequence(long value) implements Comparable<Sequence> {
  /// The place of a feed's first message.
  public static final Sequence FIRST = new Sequence(1);

  /// The largest integer every JavaScript peer can count to.
  public static final long LARGEST = (1L << 53) - 1;

  public Sequence {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException("no sequence: " + value);
    }
  }

  /// Whether this is the place of a feed's first message.
  public boolean isFirst() {
    return value == 1;
  }

  /// The place after this one.
  public Sequence next() {
    return new Sequence(value + 1);
  }

  /// Whether this place lies after `other`.
  public boolean isAfter(Sequence other) {
    return value > other.value;
  }

  @Override
  public int compareTo(Sequence other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
