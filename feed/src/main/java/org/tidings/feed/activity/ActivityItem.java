package org.tidings.feed.activity;

import java.util.Set;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.index.Times;

/// Something others did that concerns us.
public sealed interface ActivityItem {

  Byline by();

  Times times();

  /// Its place; pass the last one to get the next page.
  default TimelineKey key() {
    return times().key();
  }

  /// Somebody answered us or mentioned us.
  record Wrote(PostView post, Set<Why> reasons) implements ActivityItem {
    public Wrote {
      reasons = Set.copyOf(reasons);
    }

    @Override
    public Byline by() {
      return post.by();
    }

    @Override
    public Times times() {
      return post.times();
    }
  }

  /// Somebody voted for a post of ours, and stands by it.
  ///
  /// @param expression an emoji or a word; empty for a plain like
  record Reacted(Byline by, PostView on, String expression, Times times) implements ActivityItem {}

  /// Somebody follows us, and still does.
  record Followed(Byline by, Times times) implements ActivityItem {}
}
