package org.tidings.feed.log;

/// The place of a message in the order of arrival, and when that was.
///
/// @param number grows with every message stored, never used twice
/// @param atMs epoch milliseconds
public record Arrival(long number, long atMs) {

  /// How many parts of a millisecond a double can tell apart in our times.
  static final int PARTS = 4096;

  /// The time with a fraction that keeps apart what came within the same millisecond, so that a
  /// program that has read up to a message can say from where it wants to go on.
  public double stamp() {
    return atMs + (double) (number % PARTS) / PARTS;
  }
}
