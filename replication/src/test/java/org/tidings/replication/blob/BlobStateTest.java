package org.tidings.replication.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

class BlobStateTest {

  private static final BlobId A = blob(1);
  private static final BlobId B = blob(2);
  private static final long ALICE = 1;
  private static final long BOB = 2;

  private final BlobState state = new BlobState();
  private long now;

  @Test
  void theFirstThingToldIsAllThatWeWantEvenNothing() {
    on(opened(ALICE));
    assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of()));
  }

  @Test
  void ourWantsAreToldAtDistanceOne() {
    listening(ALICE);
    assertThat(on(wished(Set.of(A)))).containsExactly(tell(ALICE, Map.of(A, -1L)));
    assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of(A, -1L)));
  }

  @Test
  void whatWeHaveIsToldWithItsSize() {
    listening(ALICE);
    assertThat(on(new Event.Heard(ALICE, Map.of(A, -2L), Map.of(A, 7L), false)))
        .containsExactly(tell(ALICE, Map.of(A, 7L)));
  }

  @Test
  void anAnswerWaitsUntilThePeerListens() {
    on(opened(ALICE));
    assertThat(on(new Event.Heard(ALICE, Map.of(A, -1L), Map.of(A, 7L), true))).isEmpty();
    assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of(A, 7L)));
  }

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
  void whoWantedABlobIsToldWhenItIsHere() {
    listening(ALICE);
    listening(BOB);
    wants(ALICE, A, -2);
    assertThat(on(new Event.Stored(A, 7))).containsExactly(tell(ALICE, Map.of(A, 7L)));
    assertThat(on(new Event.Stored(A, 7))).isEmpty();
  }

  @Test
  void aWantedBlobIsFetchedFromWhoeverHasIt() {
    listening(ALICE);
    on(wished(Set.of(A)));
    assertThat(has(ALICE, A, 7)).containsExactly(new Action.Fetch(ALICE, A, 7));
    assertThat(has(ALICE, A, 7)).isEmpty();
  }

  @Test
  void theClockMayBeBelowZero() {
    now = -1_000_000;
    listening(ALICE);
    on(wished(Set.of(A)));
    assertThat(has(ALICE, A, 7)).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  @Test
  void whatNobodyWantsIsNotFetched() {
    listening(ALICE);
    assertThat(has(ALICE, A, 7)).isEmpty();
  }

  @Test
  void whatIsStillHeardOfAPeerThatHasLeftIsNotTaken() {
    listening(ALICE);
    on(wished(Set.of(A)));
    on(new Event.Closed(ALICE));
    assertThat(has(ALICE, A, 7)).isEmpty();
  }

  @Nested
  class AProgramThatLooksOn {
    private static final long PROGRAM = 3;

    @Test
    void isToldAtOnceWhatIsAskedForAndThenWhatChanges() {
      on(wished(Set.of(A)));
      assertThat(watched()).containsExactly(tell(PROGRAM, Map.of(A, -1L)));
      assertThat(on(wished(Set.of(A, B)))).containsExactly(tell(PROGRAM, Map.of(B, -1L)));
      assertThat(on(new Event.Stored(A, 7))).containsExactly(tell(PROGRAM, Map.of(A, 7L)));
      on(new Event.Closed(PROGRAM));
      assertThat(on(new Event.Stored(B, 8))).isEmpty();
    }

    @Test
    void isNoPeerThatMightHaveIt() {
      on(new Event.Asked(A));
      watched();
      pass(BlobState.ANSWER_MS);
      assertThat(state.status(A, now)).isEqualTo(new BlobStatus.Asking(0));
    }

    private List<Action> watched() {
      return on(new Event.Watched(PROGRAM, peer(PROGRAM)));
    }
  }

  @Nested
  class WhatSomebodyAsksForByName {

    @Test
    void isToldAtOnceAndGoesFirst() {
      listening(ALICE);
      on(wished(Set.of(B)));
      assertThat(on(new Event.Asked(A))).containsExactly(tell(ALICE, Map.of(A, -1L)));
      Map<BlobId, Long> both = new LinkedHashMap<>();
      both.put(B, 7L);
      both.put(A, 8L);
      assertThat(on(new Event.Heard(ALICE, both, Map.of(), false)))
          .containsExactly(new Action.Fetch(ALICE, A, 8), new Action.Fetch(ALICE, B, 7));
    }

    @Test
    void isDoneWhenItIsHere() {
      on(new Event.Asked(A));
      assertThat(on(new Event.Stored(A, 7))).containsExactly(new Action.Fulfilled(A));
      on(wished(Set.of(B)));
      assertThat(on(new Event.Stored(B, 7))).isEmpty();
    }

    @Test
    void isAskedOfThoseToldAgainWhoHadItWrong() {
      listening(ALICE);
      on(new Event.Asked(A));
      has(ALICE, A, 7);
      on(new Event.Failed(ALICE, A, Event.Fault.PEER));
      assertThat(on(new Event.Asked(A)))
          .containsExactly(tell(ALICE, Map.of(A, -1L)), new Action.Fetch(ALICE, A, 7));
    }

    @Test
    void isForgottenWhenItIsAskedForNoLonger() {
      listening(ALICE);
      on(new Event.Asked(A));
      on(wished(Set.of()));
      assertThat(has(ALICE, A, 7)).isEmpty();
    }

    @Test
    void staysWhatMessagesNameWhenItIsAskedForNoLonger() {
      listening(ALICE);
      on(wished(Set.of(A)));
      on(new Event.Asked(A));
      on(wished(Set.of(A)));
      assertThat(has(ALICE, A, 7)).hasSize(1);
    }
  }

  @Nested
  class HowItStandsWithABlob {

    @Test
    void nobodyAsksForWhatNobodyWants() {
      listening(ALICE);
      wants(ALICE, B, -1);
      assertThat(status(A)).isEqualTo(new BlobStatus.NotWanted());
      assertThat(status(B)).isEqualTo(new BlobStatus.NotWanted());
    }

    @Test
    void peersAreAskedForAWhileAndThenNobodyHasIt() {
      on(new Event.Asked(A));
      pass(BlobState.ANSWER_MS);
      assertThat(status(A)).isEqualTo(new BlobStatus.Asking(0));
      listening(ALICE);
      listening(BOB);
      assertThat(status(A)).isEqualTo(new BlobStatus.Asking(2));
      pass(BlobState.ANSWER_MS);
      assertThat(status(A)).isEqualTo(new BlobStatus.NobodyHasIt(2));
      on(new Event.Asked(A));
      assertThat(status(A)).isEqualTo(new BlobStatus.Asking(2));
    }

    @Test
    void itComesOnceSomebodyHasIt() {
      listening(ALICE);
      on(wished(Set.of(A)));
      has(ALICE, A, 7);
      assertThat(status(A)).isEqualTo(new BlobStatus.Coming(0, 7));
    }

    @Test
    void itWaitsForItsTurnHoweverLongThatTakes() {
      listening(ALICE);
      Map<BlobId, Long> many = new LinkedHashMap<>();
      Stream.iterate(1, i -> i + 1).limit(10).forEach(i -> many.put(blob(i), 7L));
      on(wished(many.keySet()));
      on(new Event.Heard(ALICE, many, Map.of(), true));
      pass(BlobState.ANSWER_MS);
      assertThat(status(blob(10))).isEqualTo(new BlobStatus.Asking(1));
    }

    @Test
    void itIsTooLargeUntilSomebodyHasLessOfIt() {
      listening(ALICE);
      listening(BOB);
      on(wished(Set.of(A)));
      has(ALICE, A, 6 << 20);
      assertThat(status(A)).isEqualTo(new BlobStatus.TooLarge(6 << 20));
      has(BOB, A, 7);
      assertThat(status(A)).isEqualTo(new BlobStatus.Coming(0, 7));
    }

    @Test
    void aFullDiskIsSaid() {
      listening(ALICE);
      on(wished(Set.of(A)));
      has(ALICE, A, 7);
      on(new Event.Failed(ALICE, A, Event.Fault.DISK));
      assertThat(status(A)).isEqualTo(new BlobStatus.NoRoom());
    }

    private BlobStatus status(BlobId blob) {
      return state.status(blob, now);
    }
  }

  @Nested
  class WhatIsPushed {

    @Test
    void isToldAsAWantToWhoeverListens() {
      listening(ALICE);
      assertThat(on(new Event.Pushing(A))).containsExactly(tell(ALICE, Map.of(A, -1L)));
      on(opened(BOB));
      assertThat(on(new Event.Listening(BOB))).containsExactly(tell(BOB, Map.of(A, -1L)));
    }

    @Test
    void isDoneWhenThreePeersHaveItHoweverOftenEachSaysSo() {
      on(new Event.Pushing(A));
      for (long link = 1; link <= 2; link++) {
        listening(link);
        assertThat(has(link, A, 7)).isEmpty();
        assertThat(has(link, A, 7)).isEmpty();
      }
      on(new Event.Opened(9, peer(1)));
      assertThat(has(9, A, 7)).isEmpty();
      listening(3);
      assertThat(has(3, A, 7)).containsExactly(new Action.Pushed(A));
      on(opened(BOB));
      assertThat(on(new Event.Listening(BOB))).containsExactly(tell(BOB, Map.of()));
    }

    @Test
    void isNotToldAgainToWhoHasIt() {
      listening(ALICE);
      on(new Event.Pushing(A));
      has(ALICE, A, 7);
      assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of()));
    }
  }

  @Test
  void whatIsTooLargeIsNotFetched() {
    listening(ALICE);
    on(wished(Set.of(A)));
    assertThat(has(ALICE, A, (5 << 20) + 1)).isEmpty();
    assertThat(has(ALICE, A, 5 << 20)).hasSize(1);
  }

  @Test
  void aBlobIsFetchedFromOnePeerAtATimeAndFromAnotherAfterAFault() {
    listening(ALICE);
    listening(BOB);
    on(wished(Set.of(A)));
    has(ALICE, A, 7);
    assertThat(has(BOB, A, 7)).isEmpty();
    assertThat(on(new Event.Failed(ALICE, A, Event.Fault.PEER)))
        .containsExactly(new Action.Fetch(BOB, A, 7));
  }

  @Test
  void aPeerThatSentItWrongIsNotAskedForThatBlobAgainButForOthers() {
    sentWrong();
    assertThat(on(new Event.Tick(Map.of()))).isEmpty();
    assertThat(has(ALICE, B, 7)).containsExactly(new Action.Fetch(ALICE, B, 7));
  }

  @Test
  void aPeerThatSentItWrongAndSaysAnewThatItHasItIsAskedAMinuteLater() {
    sentWrong();
    assertThat(has(ALICE, A, 7)).isEmpty();
    pass(59_999);
    assertThat(has(ALICE, A, 7)).isEmpty();
    pass(1);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  /// All that is wanted may be many, and a peer may tell of one after the other.
  @Test
  void whatIsToldOfOneBlobHasNoOtherLookedAt() {
    sentWrong();
    has(ALICE, A, 7);
    pass(60_000);
    assertThat(has(ALICE, B, 7)).containsExactly(new Action.Fetch(ALICE, B, 7));
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  /// A long time ago.
  private void sentWrong() {
    listening(ALICE);
    on(wished(Set.of(A, B)));
    has(ALICE, A, 7);
    on(new Event.Failed(ALICE, A, Event.Fault.PEER));
    pass(1_000_000);
  }

  @Test
  void aSourceThatStallsIsLeftForAnother() {
    listening(ALICE);
    listening(BOB);
    on(wished(Set.of(A)));
    has(ALICE, A, 9_000);
    has(BOB, A, 9_000);
    pass(9_000);
    assertThat(on(new Event.Tick(Map.of()))).isEmpty();
    pass(1_000);
    assertThat(on(new Event.Tick(Map.of(A, 100L))))
        .containsExactly(new Action.Cancel(A), new Action.Fetch(BOB, A, 9_000));
  }

  @Test
  void aSlowSourceThatGoesOnIsKept() {
    listening(ALICE);
    on(wished(Set.of(A)));
    has(ALICE, A, 90_000);
    for (long received = 5_000; received < 50_000; received += 5_000) {
      pass(30_000);
      assertThat(on(new Event.Tick(Map.of(A, received)))).isEmpty();
    }
  }

  @Test
  void theOnlySourceThatStalledIsAskedAgainAfterAMinute() {
    listening(ALICE);
    on(wished(Set.of(A)));
    has(ALICE, A, 7);
    pass(30_000);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Cancel(A));
    pass(60_000);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  @Test
  void aFullDiskStopsFetchingForAMinute() {
    listening(ALICE);
    on(wished(Set.of(A)));
    has(ALICE, A, 7);
    assertThat(on(new Event.Failed(ALICE, A, Event.Fault.DISK))).isEmpty();
    pass(60_000);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  @Test
  void fewBlobsAreFetchedAtATimeAndFewerFromOnePeer() {
    Map<BlobId, Long> many = new LinkedHashMap<>();
    Stream.iterate(1, i -> i + 1).limit(100).forEach(i -> many.put(blob(i), 7L));
    on(wished(many.keySet()));
    for (long link = 1; link <= 3; link++) {
      on(opened(link));
    }
    assertThat(on(new Event.Heard(1, many, Map.of(), true))).hasSize(Downloads.MOST_EACH);
    assertThat(on(new Event.Heard(2, many, Map.of(), true))).hasSize(Downloads.MOST_EACH);
    assertThat(on(new Event.Heard(3, many, Map.of(), true))).isEmpty();
    assertThat(on(new Event.Closed(1))).hasSize(Downloads.MOST_EACH);
  }

  @Nested
  class WhereThereIsNoPlaceLeft {
    private static final long FAR = 77;

    @Test
    void strangersTookOnlyHalfOfThem() {
      wishedUpTo(100);
      assertThat(claims(1, false, 1, 20)).hasSize(Downloads.MOST_EACH);
      assertThat(claims(2, false, 21, 40)).isEmpty();
      assertThat(claims(3, true, 41, 60)).hasSize(Downloads.MOST_EACH);
    }

    @Test
    void whatIsAskedForByNameTakesThatOfWhatIsOnlyNamed() {
      wishedUpTo(100);
      claims(1, true, 1, 4);
      claims(2, true, 5, 8);
      claims(3, true, 9, 12);
      List<Action> actions = on(new Event.Asked(blob(9)));
      assertThat(actions).hasSize(2).contains(new Action.Fetch(3, blob(9), 9_000));
      assertThat(actions.getFirst()).isInstanceOf(Action.Cancel.class);
    }

    @Test
    void whatIsAskedForByNameTakesThatOfAnotherFromTheSamePeer() {
      wishedUpTo(100);
      claims(1, true, 1, 5);
      claims(2, true, 11, 12);
      List<Action> actions = on(new Event.Asked(blob(5)));
      assertThat(actions)
          .hasSize(2)
          .contains(new Action.Fetch(1, blob(5), 9_000))
          .doesNotContain(new Action.Cancel(blob(11)), new Action.Cancel(blob(12)));
    }

    @Test
    void aSlowSourceMakesRoomForAnotherPeerButItsOwnOthersDoNot() {
      wishedUpTo(100);
      claims(1, true, 1, 10);
      claims(2, true, 11, 20);
      pass(10_000);
      assertThat(on(new Event.Tick(received(1, 4, 2_000, 11, 14, 900_000)))).isEmpty();
      assertThat(claims(3, true, 21, 21)).hasSize(2).contains(new Action.Fetch(3, blob(21), 9_000));
      pass(10_000);
      assertThat(on(new Event.Tick(received(1, 4, 4_000, 11, 21, 1_800_000)))).isEmpty();
    }

    @Test
    void whoWasSlowTakesNoPlaceOfAnotherWhoIs() {
      wishedUpTo(100);
      claims(1, true, 1, 10);
      claims(2, true, 11, 20);
      pass(10_000);
      assertThat(on(new Event.Tick(received(1, 4, 2_000, 11, 14, 2_000)))).isEmpty();
      assertThat(claims(3, true, 21, 24)).as("each in the place of another").hasSize(8);
      pass(10_000);
      assertThat(on(new Event.Tick(numbered(1, 24, 4_000)))).isEmpty();
    }

    @Test
    void whatASlowSourceBringsComesFromAnotherPeerThatHasIt() {
      on(wished(Set.of(A)));
      on(opened(FAR));
      on(new Event.Heard(FAR, Map.of(A, 5_000_000L), Map.of(), false));
      on(opened(ALICE));
      assertThat(has(ALICE, A, 5_000_000)).isEmpty();
      pass(10_000);
      assertThat(on(new Event.Tick(Map.of(A, 1_370L))))
          .containsExactly(new Action.Cancel(A), new Action.Fetch(ALICE, A, 5_000_000));
    }

    private void wishedUpTo(int number) {
      on(wished(numbered(1, number, 0).keySet()));
    }

    private List<Action> claims(long link, boolean near, int from, int to) {
      on(opened(link));
      return on(new Event.Heard(link, numbered(from, to, 9_000), Map.of(), near));
    }

    private static Map<BlobId, Long> received(
        int from, int to, long bytes, int other, int last, long more) {
      Map<BlobId, Long> received = numbered(from, to, bytes);
      received.putAll(numbered(other, last, more));
      return received;
    }
  }

  @Test
  void whatDidNotFitToWhatCameBeforeIsFetchedFromTheSamePeerAgain() {
    listening(ALICE);
    on(wished(Set.of(A)));
    has(ALICE, A, 7);
    assertThat(on(new Event.Failed(ALICE, A, Event.Fault.BEGINNING)))
        .containsExactly(new Action.Fetch(ALICE, A, 7));
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

  private List<Action> on(Event event) {
    return state.on(event, now);
  }

  private void pass(long ms) {
    now += ms;
  }

  private static Event wished(Set<BlobId> named) {
    return new Event.Wished(Set.of(), named);
  }

  private static Event opened(long link) {
    return new Event.Opened(link, peer(link));
  }

  private static FeedId peer(long number) {
    return FeedId.of(ByteBuffer.allocate(32).putLong(number).array());
  }

  private void listening(long link) {
    on(opened(link));
    on(new Event.Listening(link));
  }

  private List<Action> wants(long link, BlobId blob, long distance) {
    return on(new Event.Heard(link, Map.of(blob, distance), Map.of(), true));
  }

  private List<Action> has(long link, BlobId blob, long size) {
    return on(new Event.Heard(link, Map.of(blob, size), Map.of(), true));
  }

  private static Action tell(long link, Map<BlobId, Long> told) {
    return new Action.Tell(link, told);
  }

  private static Map<BlobId, Long> numbered(int from, int to, long value) {
    Map<BlobId, Long> all = new LinkedHashMap<>();
    Stream.iterate(from, i -> i + 1).limit(to - from + 1).forEach(i -> all.put(blob(i), value));
    return all;
  }

  private static BlobId blob(int number) {
    return BlobId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
