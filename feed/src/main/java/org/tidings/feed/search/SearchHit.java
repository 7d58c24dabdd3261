package org.tidings.feed.search;

import org.tidings.feed.index.PostView;

/// A post that was found, and where in it.
public record SearchHit(PostView post, Snippet snippet) {}
