package org.tidings.replication.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.BlobId;

class BlobStateTest extends PlayedBlobs {
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
  void whoWantedABlobIsToldWhenItIsHere() {
    listening(ALICE);
    listening(BOB);
    wants(ALICE, A, -2);
    assertThat(on(new Event.Stored(A, 7))).containsExactly(tell(ALICE, Map.of(A, 7L)));
    assertThat(on(new Event.Stored(A, 7))).isEmpty();
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
    void isNotDoneBecauseStrangersSayThatTheyHaveIt() {
      on(new Event.Pushing(A));
      for (long link = 1; link <= 9; link++) {
        listening(link);
        assertThat(on(new Event.Heard(link, Map.of(A, 7L), Map.of(), false))).isEmpty();
      }
    }

    @Test
    void isNotToldAgainToWhoHasIt() {
      listening(ALICE);
      on(new Event.Pushing(A));
      has(ALICE, A, 7);
      assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of()));
    }
  }
}
