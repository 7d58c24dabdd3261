package org.tidings.feed.search;

/// A stretch of time, all of the same length since 1970, each with a word that stands for it.
enum TimeSpan {
  HOUR('h', 60L * 60 * 1000),
  DAY('d', 24 * HOUR.ms),
  WEEK('w', 7 * DAY.ms);

  private final char sign;
  private final long ms;

  TimeSpan(char sign, long ms) {
    this.sign = sign;
    this.ms = ms;
  }

  /// The word for the one in which this time is.
  String word(long shownMs) {
    return sign + Long.toString(shownMs / ms);
  }

  /// When that one began.
  long start(long shownMs) {
    return shownMs / ms * ms;
  }

  /// When the next one begins.
  long end(long shownMs) {
    return start(shownMs) + ms;
  }
}
