package org.tidings.feed.json;

/// Keys that JavaScript engines take for array indexes and move to the front: `0`, or digits
/// without a leading zero up to 4294967294. Protocol 2.2, "Object key order".
public final class IntegerKey {
  private static final long LARGEST = 4294967294L;
  private static final int MOST_DIGITS = 10;

  private IntegerKey() {}

  /// Whether `key` is integer-like.
  public static boolean isOne(String key) {
    int length = key.length();
    if (length == 0 || length > MOST_DIGITS || (length > 1 && key.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (key.charAt(i) < '0' || key.charAt(i) > '9') {
        return false;
      }
    }
    return Long.parseLong(key) <= LARGEST;
  }

  /// Orders integer-like keys before all others and among themselves by value; others are equal.
  static int compare(String a, String b) {
    boolean first = isOne(a);
    boolean second = isOne(b);
    if (first && second) {
      return Long.compare(Long.parseLong(a), Long.parseLong(b));
    }
    return first ? -1 : second ? 1 : 0;
  }
}
