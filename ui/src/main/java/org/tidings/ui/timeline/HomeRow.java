package org.tidings.ui.timeline;

import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;

/// A row of home.
sealed interface HomeRow {

  /// A newest post whose author's history is still arriving.
  ///
  /// @param first whether it is the first of them, and explains the others
  record Arriving(PostView post, boolean first) implements HomeRow {}

  /// Who follows whom.
  record Followed(FollowNews news) implements HomeRow {}

  /// A thread.
  record Whole(ThreadSummary thread) implements HomeRow {}

  /// How to find people, below what we wrote ourselves while we follow nobody.
  record Alone() implements HomeRow {}

  /// What stays the same about it while the rest changes.
  default Object key() {
    return switch (this) {
      case Arriving(var post, var _) -> post.id();
      case Followed(FollowNews news) -> news.subject();
      case Whole(ThreadSummary thread) -> thread.root();
      case Alone alone -> alone;
    };
  }
}
