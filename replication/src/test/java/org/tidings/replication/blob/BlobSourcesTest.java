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

/// From whom a blob is fetched, and when from another.
class BlobSourcesTest extends PlayedBlobs {
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
}
