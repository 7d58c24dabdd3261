package org.tidings.feed.index;

/// One way in which a message was voted for.
///
/// @param expression an emoji or a word; empty for a plain like
/// @param count by how many authors
/// @param isOurs whether by us too
public record Reaction(String expression, int count, boolean isOurs) {}
