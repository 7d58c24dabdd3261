package org.tidings.feed.index;

/// Somebody we do not follow yet, and why we might.
///
/// @param friend one of those we follow who follow them
/// @param friends how many of those we follow do
public record Suggestion(Byline by, Byline friend, int friends) {}
