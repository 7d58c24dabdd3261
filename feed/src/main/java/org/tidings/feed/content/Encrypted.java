package org.tidings.feed.content;

/// Private content nobody but its readers can open.
///
/// @param text base64 and the suffix, as it stands in the message
public record Encrypted(String text) implements Content {}
