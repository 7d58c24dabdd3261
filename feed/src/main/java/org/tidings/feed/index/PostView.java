package org.tidings.feed.index;

import org.tidings.feed.content.Post;
import org.tidings.feed.ref.MessageId;

/// One post as it is shown.
public record PostView(MessageId id, Byline by, Post post, Times times, Votes votes) {}
