package org.tidings.ui.profile;

import java.util.List;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.ui.picture.Embedded;

/// One row of a profile.
public sealed interface ProfileRow {
  /// Who this is. Always the same row: what it shows follows the view model.
  record Head() implements ProfileRow {}

  record OfPost(PostView post) implements ProfileRow {}

  /// Pictures beside each other.
  record OfPictures(List<PostPicture> pictures) implements ProfileRow {
    public OfPictures {
      pictures = List.copyOf(pictures);
    }
  }

  /// A picture in a post.
  ///
  /// @param arrival the number of arrival of the post
  /// @param number its place among the pictures of the post
  record PostPicture(long arrival, int number, Embedded picture) {
    boolean isAfter(PostPicture other) {
      return arrival < other.arrival || (arrival == other.arrival && number > other.number);
    }
  }

  /// Somebody they follow or who follows them.
  ///
  /// @param relationship how we stand to them
  record OfPerson(Byline by, Relationship relationship) implements ProfileRow {}

  /// There is nothing to show.
  record Nothing(Why why) implements ProfileRow {}

  /// What stays the same about it while the rest changes.
  default Object key() {
    return switch (this) {
      case Head head -> head;
      case OfPost(PostView post) -> post.id();
      case OfPictures(var pictures) -> pictures.getFirst();
      case OfPerson(Byline by, var _) -> by.id();
      case Nothing nothing -> nothing;
    };
  }

  /// Why there is nothing to show.
  enum Why {
    BLOCKED,
    /// Nothing of this feed is here, and we do not follow it.
    UNKNOWN,
    /// Nothing of this feed is here yet, though we follow it.
    AWAITED,
    NO_POSTS,
    NO_OWN_POSTS,
    NO_PICTURES,
    FOLLOWS_NOBODY,
    NO_FOLLOWERS,
    WE_FOLLOW_NOBODY,
    NO_FOLLOWERS_OF_OURS
  }
}
