package org.tidings.feed.index;

import org.tidings.feed.message.Sequence;

/// A post on its author's own page.
public record AuthoredPost(PostView post, Sequence sequence) {}
