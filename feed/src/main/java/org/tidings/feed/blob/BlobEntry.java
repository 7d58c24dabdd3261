package org.tidings.feed.blob;

/// A blob that is here.
///
/// @param usedMs when it was last used, epoch milliseconds
public record BlobEntry(Blob blob, long usedMs) {}
