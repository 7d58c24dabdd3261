package org.tidings.ui.profile;

import org.tidings.feed.graph.Hops;
import org.tidings.feed.graph.Relationship;
import org.tidings.ui.common.Texts;

/// How we and somebody else stand to each other, in words. Thread-safe.
public final class Standing {
  /// Whom somebody we follow follows.
  private static final int FRIENDS_OF_FRIENDS = 2;

  private Standing() {}

  /// One sentence, without a full stop.
  public static String of(Relationship relationship) {
    return Texts.of("standing." + key(relationship));
  }

  private static String key(Relationship relationship) {
    if (relationship.hops().equals(Hops.SELF)) {
      return "self";
    }
    if (relationship.blocking()) {
      return "blocking";
    }
    if (relationship.isFriend()) {
      return "each";
    }
    if (relationship.following()) {
      return "following";
    }
    if (relationship.followsUs()) {
      return "follower";
    }
    return relationship.hops().isWithin(FRIENDS_OF_FRIENDS) ? "near" : "far";
  }
}
