package org.tidings.feed.graph;

/// How far a feed is from us (protocol 9.2): 0 is ourselves, 1 whom we follow, 2 whom they follow;
/// a negative value is a block or unfollow seen from that far.
public record Hops(int value) implements Comparable<Hops> {

  public static final Hops SELF = new Hops(0);

  /// We block this feed ourselves.
  public static final Hops BLOCKED = new Hops(-1);

  /// Nobody within reach says anything about this feed.
  public static final Hops UNKNOWN = new Hops(Integer.MAX_VALUE);

  public static Hops of(int value) {
    return new Hops(value);
  }

  public boolean isBlocked() {
    return value == BLOCKED.value;
  }

  /// Whether the feed is followed along a path of at most `max` steps.
  public boolean isWithin(int max) {
    return value >= 0 && value <= max;
  }

  @Override
  public int compareTo(Hops other) {
    return Integer.compare(value, other.value);
  }
}
