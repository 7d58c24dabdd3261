package org.tidings.feed.log;

/// Our own feed, of which less is here than there is.
///
/// @param here up to which sequence it is here; 0 when nothing is
/// @param known up to which sequence it is known to reach
/// @param held why publishing is held, for people
public record ShortFeed(long here, long known, String held) {}
