package org.tidings.replication.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What others want, and we for them.
class PassedOnWantsTest extends PlayedBlobs {
  @Test
  void aFriendsWantIsPassedOnToAllForTheFriendMayOnlyPushIt() {
    listening(ALICE);
    listening(BOB);
    assertThat(wants(ALICE, A, -1))
        .containsExactly(tell(ALICE, Map.of(A, -2L)), tell(BOB, Map.of(A, -2L)));
  }

  @Test
  void whatAFriendPassesOnIsPassedOnOnceMore() {
    listening(ALICE);
    listening(BOB);
    assertThat(wants(ALICE, A, -2))
        .containsExactly(tell(ALICE, Map.of(A, -3L)), tell(BOB, Map.of(A, -3L)));
    assertThat(wants(ALICE, B, -3)).isEmpty();
    assertThat(has(BOB, A, 7)).containsExactly(new Action.Fetch(BOB, A, 7));
    assertThat(has(BOB, B, 7)).isEmpty();
  }

  @Test
  void whatIsPassedOnIsToldAgainOnlyWhenItIsWantedNearer() {
    listening(ALICE);
    listening(BOB);
    wants(ALICE, A, -2);
    assertThat(wants(BOB, A, -2)).isEmpty();
    assertThat(wants(BOB, A, -1))
        .containsExactly(tell(ALICE, Map.of(A, -2L)), tell(BOB, Map.of(A, -2L)));
    assertThat(wants(ALICE, A, -1)).isEmpty();
  }

  @Test
  void whatIsPassedOnForUsKeepsNothingWantedThatWeWantNoLonger() {
    listening(ALICE);
    on(new Event.Asked(A));
    assertThat(wants(ALICE, A, -2)).isEmpty();
    on(wished(Set.of()));
    assertThat(has(ALICE, A, 7)).isEmpty();
  }

  @Test
  void whatAStrangerWantsIsNotPassedOn() {
    listening(ALICE);
    listening(BOB);
    assertThat(on(new Event.Heard(ALICE, Map.of(A, -1L), Map.of(), false))).isEmpty();
  }

  @Test
  void ourOwnWishesGoBeforeThoseOfOthers() {
    listening(ALICE);
    listening(BOB);
    wants(ALICE, A, -1);
    on(wished(Set.of(B)));
    List<Action> actions =
        on(new Event.Heard(BOB, new LinkedHashMap<>(Map.of(A, 7L, B, 7L)), Map.of(), true));
    assertThat(actions).containsExactly(new Action.Fetch(BOB, B, 7), new Action.Fetch(BOB, A, 7));
  }

  @Test
  void whatOnlyAPeerThatLeftHadWantedIsForgotten() {
    listening(ALICE);
    wants(ALICE, A, -1);
    on(new Event.Closed(ALICE));
    listening(BOB);
    assertThat(has(BOB, A, 7)).isEmpty();
  }

  @Test
  void ofAMillionWantsOfAPeerTheNewestThousandAreAnsweredAndFewArePassedOn() {
    listening(ALICE);
    listening(BOB);
    long passedOn = 0;
    for (int i = 0; i < 1_000_000; i++) {
      passedOn += wants(ALICE, blob(i), -1).size();
    }
    assertThat(passedOn).isEqualTo(2L * WantList.MOST_FORWARDED_EACH);
    assertThat(on(new Event.Stored(blob(1_000_000 - Audience.MOST_WANTS), 7))).hasSize(1);
    assertThat(on(new Event.Stored(blob(1_000_000 - Audience.MOST_WANTS - 1), 7))).isEmpty();
  }

  @Test
  void whatIsPassedOnForAPeerGivesWayAfterAMinuteToWhatItWantsNow() {
    listening(ALICE);
    listening(BOB);
    for (int i = 0; i < WantList.MOST_FORWARDED_EACH; i++) {
      wants(ALICE, blob(i), -1);
    }
    pass(59_999);
    assertThat(wants(ALICE, blob(9_998), -1)).isEmpty();
    pass(1);
    assertThat(wants(ALICE, blob(9_999), -1)).hasSize(2);
    assertThat(has(BOB, blob(0), 7)).isEmpty();
    assertThat(has(BOB, blob(1), 7)).hasSize(1);
    assertThat(has(BOB, blob(9_999), 7)).hasSize(1);
  }

  @Test
  void whatIsPassedOnForAllGivesWayToo() {
    listening(BOB);
    for (int i = 0; i < WantList.MOST_FORWARDED; i++) {
      long link = 10L + i / WantList.MOST_FORWARDED_EACH;
      on(opened(link));
      wants(link, blob(i), -1);
    }
    on(opened(ALICE));
    assertThat(wants(ALICE, blob(9_998), -1)).isEmpty();
    pass(60_000);
    assertThat(wants(ALICE, blob(9_999), -1)).hasSize(1);
    assertThat(has(BOB, blob(0), 7)).isEmpty();
  }

  @Nested
  class WhatIsTooMuchToBePassedOnAtOnce {
    private static final int AT_ONCE = WantList.MOST_FORWARDED_EACH;
    private static final Event TICK = new Event.Tick(Map.of());

    @Test
    void isPassedOnInTurnEachOfItOnce() {
      listening(BOB);
      on(opened(ALICE));
      wantsAtOnce(1, 2 * AT_ONCE + 1);
      assertThat(on(TICK)).isEmpty();
      pass(60_000);
      assertThat(on(TICK)).containsExactly(tell(BOB, numbered(AT_ONCE + 1, 2 * AT_ONCE, -2)));
      pass(59_999);
      assertThat(on(TICK)).isEmpty();
      pass(1);
      assertThat(on(TICK)).containsExactly(tell(BOB, Map.of(blob(2 * AT_ONCE + 1), -2L)));
      pass(60_000);
      assertThat(on(TICK)).isEmpty();
      assertThat(has(BOB, blob(2 * AT_ONCE + 1), 7)).hasSize(1);
    }

    @Test
    void takesThePlaceOfWhatHasCome() {
      listening(BOB);
      on(opened(ALICE));
      wantsAtOnce(1, AT_ONCE + 2);
      on(new Event.Stored(blob(1), 7));
      on(new Event.Stored(blob(AT_ONCE + 1), 7));
      assertThat(on(TICK)).containsExactly(tell(BOB, Map.of(blob(AT_ONCE + 2), -2L)));
    }

    @Test
    void isForgottenWithThePeer() {
      listening(BOB);
      on(opened(ALICE));
      wantsAtOnce(1, AT_ONCE + 1);
      on(new Event.Closed(ALICE));
      pass(60_000);
      assertThat(on(TICK)).isEmpty();
    }

    @Test
    void isTheNewestThousandForEachPeer() {
      listening(BOB);
      on(opened(ALICE));
      wantsAtOnce(1, AT_ONCE);
      for (int i = 1; i <= Audience.MOST_WANTS + 1; i++) {
        wants(ALICE, blob(AT_ONCE + i), -1);
      }
      pass(60_000);
      assertThat(on(TICK)).containsExactly(tell(BOB, numbered(AT_ONCE + 2, 2 * AT_ONCE + 1, -2)));
    }

    private void wantsAtOnce(int from, int to) {
      on(new Event.Heard(ALICE, numbered(from, to, -1), Map.of(), true));
    }
  }
}
