package org.tidings.feed.log;

/// How many offered messages met which verdict. What could not be kept counts nowhere.
///
/// @param refused malformed ones and those of feeds nobody asked for
public record IngestCounts(long accepted, long duplicates, long gaps, long forked, long refused) {}
