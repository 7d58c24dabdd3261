package org.tidings.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.graph.Relationship;

class StandingTest {
  private static final Relationship FAR =
      new Relationship(false, false, false, false, Hops.UNKNOWN);
  private static final Relationship NEAR = new Relationship(false, false, false, false, Hops.of(2));
  private static final Relationship FOLLOWED =
      new Relationship(true, false, false, false, Hops.of(1));
  private static final Relationship FOLLOWER =
      new Relationship(false, true, false, false, Hops.UNKNOWN);
  private static final Relationship FRIEND = new Relationship(true, true, false, false, Hops.of(1));
  private static final Relationship BLOCKED =
      new Relationship(false, true, true, false, Hops.BLOCKED);
  private static final Relationship SELF = new Relationship(false, false, false, false, Hops.SELF);

  @Test
  void eachHasWordsOfItsOwn() {
    List<String> words =
        List.of(FAR, NEAR, FOLLOWED, FOLLOWER, FRIEND, BLOCKED, SELF).stream()
            .map(Standing::of)
            .toList();
    assertThat(new HashSet<>(words)).hasSize(7);
  }

  @Test
  void friendsFollowEachOther() {
    assertThat(Standing.of(FRIEND)).isEqualTo("You follow each other");
  }

  @Test
  void aBlockGoesBeforeAllElse() {
    assertThat(Standing.of(BLOCKED)).isEqualTo("You blocked them");
  }
}
