package org.tidings.feed.log;

/// The place of a message in the order of arrival, and when that was.
///
/// @param number grows with every message stored, never used twice
/// @param atMs epoch milliseconds
public record Arrival(long number, long atMs) {}
