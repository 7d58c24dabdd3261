package org.tidings.feed.graph;

/// How far a feed is from us (protocol 9.2): 0 is ourselves, 1 whom we follow, 2 whom they follow.
/// A negative value is a block or unfollow seen from that far; -1 is our own block.
public record Hops(int value) implements Comparable<Hops> {

  public static final Hops SELF = new Hops(0);

  /// We block this feed ourselves.
  public static final Hops BLOCKED = new Hops(-1);

  /// Nobody within reach says anything about this feed.
  public static final Hops UNKNOWN = new Hops(Integer.MAX_VALUE);

  public static Hops of(int value) {
    return new Hops(value);
  }

  public boolean isKnown() {
    return value != UNKNOWN.value;
  }

  public boolean isBlocked() {
    return value == BLOCKED.value;
  }

  /// Whether the feed is followed along a path of at most `max` steps.
  public boolean isWithin(int max) {
    return isKnown() && value >= 0 && value <= max;
  }

  /// How many steps away whoever says so is, counting the last one.
  int steps() {
    return Math.abs(value);
  }

  /// The smaller distance counts; at the same one a follow beats a block.
  Hops nearer(Hops other) {
    if (steps() == other.steps()) {
      return value >= other.value ? this : other;
    }
    return steps() < other.steps() ? this : other;
  }

  @Override
  public int compareTo(Hops other) {
    return Integer.compare(value, other.value);
  }
}
