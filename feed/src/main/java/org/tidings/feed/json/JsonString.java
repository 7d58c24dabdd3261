package org.tidings.feed.json;

/// A JSON string: UTF-16 as in JavaScript, lone surrogates possible.
public record JsonString(String value) implements Json {}
