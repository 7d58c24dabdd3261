package org.tidings.feed.index;

/// Somebody who may be mentioned.
///
/// @param by as we show them
/// @param name what they are called where everybody reads it: our petname is nobody else's business
public record Mentionable(Byline by, String name) {}
