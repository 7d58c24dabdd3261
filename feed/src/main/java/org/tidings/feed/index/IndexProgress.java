package org.tidings.feed.index;

/// An index that is behind: views built on it are not complete yet.
///
/// @param done up to which arrival number the log has been taken in
/// @param total the newest arrival number
public record IndexProgress(String index, long done, long total) {}
