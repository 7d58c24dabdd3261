package org.tidings.ui.profile;

import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;

/// One row of a profile.
public sealed interface ProfileRow {
  /// Who this is. Always the same row: what it shows follows the view model.
  record Head() implements ProfileRow {}

  record OfPost(PostView post) implements ProfileRow {}

  /// Somebody they follow or who follows them.
  ///
  /// @param relationship how we stand to them
  record OfPerson(Byline by, Relationship relationship) implements ProfileRow {}

  /// There is nothing to show.
  record Nothing(Why why) implements ProfileRow {}

  /// Why there is nothing to show.
  enum Why {
    BLOCKED,
    /// Nothing of this feed is here, and we do not follow it.
    UNKNOWN,
    /// Nothing of this feed is here yet, though we follow it.
    AWAITED,
    NO_POSTS,
    NO_OWN_POSTS,
    FOLLOWS_NOBODY,
    NO_FOLLOWERS,
    WE_FOLLOW_NOBODY,
    NO_FOLLOWERS_OF_OURS
  }
}
