package org.tidings.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.FriendsInCommon;
import org.tidings.ui.common.Texts;

/// Says which of those we follow follow somebody. Thread-safe.
public final class FollowedBy {
  private FollowedBy() {}

  /// One sentence, without a full stop; empty when nobody does.
  public static Optional<String> of(FriendsInCommon friends) {
    return friends.some().isEmpty()
        ? Optional.empty()
        : Optional.of(of(friends.some(), friends.all()));
  }

  /// The same.
  ///
  /// @param some who is named, at least one
  /// @param all how many there are
  public static String of(List<Byline> some, int all) {
    List<String> names = new ArrayList<>(some.stream().map(Byline::name).toList());
    int others = all - some.size();
    if (others > 0) {
      names.add(Texts.of("followedBy.others", others));
    }
    return Texts.of("followedBy.named", all, Texts.listed(names));
  }
}
