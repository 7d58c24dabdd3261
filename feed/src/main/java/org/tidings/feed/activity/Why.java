package org.tidings.feed.activity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Why a message of somebody else concerns us.
public enum Why {
  /// It names us, or points to something we wrote.
  MENTIONED(1),
  /// It stands in a thread we began, or directly after a post of ours.
  REPLIED(2),
  /// It is a vote on something we wrote.
  REACTED(4),
  /// Its author follows us.
  FOLLOWED(8);

  private final int flag;

  Why(int flag) {
    this.flag = flag;
  }

  int flag() {
    return flag;
  }

  static int flags(Collection<Why> reasons) {
    return reasons.stream().mapToInt(Why::flag).reduce(0, (one, other) -> one | other);
  }

  static Set<Why> of(int flags) {
    EnumSet<Why> reasons = EnumSet.noneOf(Why.class);
    Arrays.stream(values()).filter(why -> (flags & why.flag) != 0).forEach(reasons::add);
    return reasons;
  }
}
