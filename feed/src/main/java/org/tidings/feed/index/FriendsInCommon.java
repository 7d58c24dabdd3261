package org.tidings.feed.index;

import java.util.List;

/// Those we follow who follow somebody else, too.
///
/// @param some a few of them, by id
/// @param all how many there are
public record FriendsInCommon(List<Byline> some, int all) {
  public FriendsInCommon {
    some = List.copyOf(some);
  }
}
