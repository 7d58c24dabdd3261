package org.tidings.feed.index;

/// Somebody began to follow somebody.
public record Follow(Byline by, Byline whom, Times times) {}
