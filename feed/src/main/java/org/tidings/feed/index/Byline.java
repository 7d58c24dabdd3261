package org.tidings.feed.index;

import java.util.Optional;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Whom a post is by, as we show them.
///
/// @param name our petname for them, else the name we gave, else their own, else the one most
/// others give, else a short id;
///     never one of which nothing can be seen, nor endless
public record Byline(FeedId id, String name, Optional<BlobId> image) {}
