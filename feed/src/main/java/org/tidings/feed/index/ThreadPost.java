package org.tidings.feed.index;

import java.util.Set;
import org.tidings.feed.ref.MessageId;

/// A post as it stands among others.
///
/// @param before messages its author surely knew: those its content names, in whatever field, and
///     the one before it in its feed
record ThreadPost(PostView view, Set<MessageId> before) {

  ThreadPost {
    before = Set.copyOf(before);
  }
}
