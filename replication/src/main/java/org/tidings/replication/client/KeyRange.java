package org.tidings.replication.client;

import java.util.function.DoubleUnaryOperator;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.FeedLog;

/// Which keys of a [Stretch] are wanted, as the options `gt`, `gte`, `lt` and `lte` of a call say.
///
/// @param from the first
/// @param to the one after the last
record KeyRange(long from, long to) {
  private static final double FIRST = 1;
  /// More than any key, and exact as a double.
  private static final double NONE = 0x1p62;

  /// All from that one on.
  static KeyRange startingAt(double from) {
    return new KeyRange((long) Math.ceil(from), (long) NONE);
  }

  /// Those of them that are below that one.
  KeyRange before(long end) {
    return new KeyRange(from, Math.min(to, end));
  }

  /// Options that speak of sequences.
  static KeyRange ofSequences(JsonObject options) {
    return of(options, Math::ceil, above -> Math.floor(above) + 1);
  }

  /// Options that speak of the time of arrival in milliseconds.
  static KeyRange ofTimes(JsonObject options, FeedLog log) {
    return of(
        options,
        from -> (double) log.arrivalAt(from, false),
        above -> (double) log.arrivalAt(above, true));
  }

  /// @param at the first key that counts as this or more
  /// @param after the first that counts as more
  private static KeyRange of(
      JsonObject options, DoubleUnaryOperator at, DoubleUnaryOperator after) {
    return new KeyRange(
        (long)
            Math.max(
                options.number("gte").stream().map(at).findFirst().orElse(FIRST),
                options.number("gt").stream().map(after).findFirst().orElse(FIRST)),
        (long)
            Math.min(
                options.number("lt").stream().map(at).findFirst().orElse(NONE),
                options.number("lte").stream().map(after).findFirst().orElse(NONE)));
  }
}
