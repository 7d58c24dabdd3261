package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.ref.BlobId;

/// A feed's page.
///
/// @param namesByOthers what others call it, most used first
public record ProfileView(
    Byline shown,
    SelfPortrait self,
    List<GivenName> namesByOthers,
    Counts counts,
    FriendsInCommon inCommon,
    Relationship relationship) {

  public ProfileView {
    namesByOthers = List.copyOf(namesByOthers);
  }

  /// What the feed says about itself.
  public record SelfPortrait(
      Optional<String> name, Optional<BlobId> image, Optional<String> description) {

    /// Of somebody we block, what tells whom.
    SelfPortrait nameOnly() {
      return new SelfPortrait(name, Optional.empty(), Optional.empty());
    }
  }

  /// A name, and how many feeds give it.
  public record GivenName(String name, int givers) {}

  /// Numbers on the page.
  ///
  /// @param messages how many messages of the feed are stored
  public record Counts(long messages, int followers, int following) {}
}
