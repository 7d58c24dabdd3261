package org.tidings.ui.explore;

import org.tidings.feed.channel.ActiveChannel;
import org.tidings.feed.index.Suggestion;

/// One row of what there is to discover.
public sealed interface ExploreRow {
  /// Names what follows.
  ///
  /// @param key of the bundle
  record Title(String key) implements ExploreRow {}

  /// Somebody to follow.
  record OfPerson(Suggestion who) implements ExploreRow {}

  /// A channel to subscribe to.
  record OfChannel(ActiveChannel what) implements ExploreRow {}

  /// What stays the same about it while the rest changes.
  default Object key() {
    return switch (this) {
      case Title title -> title;
      case OfPerson(Suggestion who) -> who.by().id();
      case OfChannel(ActiveChannel what) -> what.channel().name();
    };
  }
}
