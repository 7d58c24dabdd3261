package org.tidings.feed.content;

/// Content of a type we do not know, or of a known type without the field that gives it meaning. It
/// is stored and passed on like any other.
public record Unknown(String type) implements Content {}
