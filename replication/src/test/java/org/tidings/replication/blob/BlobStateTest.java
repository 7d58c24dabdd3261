package org.tidings.replication.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.BlobId;

class BlobStateTest {

  private static final BlobId A = blob(1);
  private static final BlobId B = blob(2);
  private static final long ALICE = 1;
  private static final long BOB = 2;

  private final BlobState state = new BlobState();
  private long now;

  @Test
  void theFirstThingToldIsAllThatWeWantEvenNothing() {
    on(new Event.Opened(ALICE));
    assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of()));
  }

  @Test
  void ourWantsAreToldAtDistanceOne() {
    listening(ALICE);
    assertThat(on(new Event.Wished(Set.of(A)))).containsExactly(tell(ALICE, Map.of(A, -1L)));
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
    on(new Event.Opened(ALICE));
    assertThat(on(new Event.Heard(ALICE, Map.of(A, -1L), Map.of(A, 7L), true))).isEmpty();
    assertThat(on(new Event.Listening(ALICE))).containsExactly(tell(ALICE, Map.of(A, 7L)));
  }

  @Test
  void aFriendsWantIsPassedOnToOthersOnly() {
    listening(ALICE);
    listening(BOB);
    assertThat(wants(ALICE, A, -1)).containsExactly(tell(BOB, Map.of(A, -2L)));
  }

  @Test
  void whatAFriendPassesOnIsNotPassedOnAgain() {
    listening(ALICE);
    listening(BOB);
    assertThat(wants(ALICE, A, -2)).isEmpty();
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
    on(new Event.Wished(Set.of(A)));
    assertThat(has(ALICE, A, 7)).containsExactly(new Action.Fetch(ALICE, A, 7));
    assertThat(has(ALICE, A, 7)).isEmpty();
  }

  @Test
  void whatNobodyWantsIsNotFetched() {
    listening(ALICE);
    assertThat(has(ALICE, A, 7)).isEmpty();
  }

  @Test
  void whatIsTooLargeIsNotFetched() {
    listening(ALICE);
    on(new Event.Wished(Set.of(A)));
    assertThat(has(ALICE, A, (5 << 20) + 1)).isEmpty();
    assertThat(has(ALICE, A, 5 << 20)).hasSize(1);
  }

  @Test
  void aBlobIsFetchedFromOnePeerAtATimeAndFromAnotherAfterAFault() {
    listening(ALICE);
    listening(BOB);
    on(new Event.Wished(Set.of(A)));
    has(ALICE, A, 7);
    assertThat(has(BOB, A, 7)).isEmpty();
    assertThat(on(new Event.Failed(ALICE, A, Event.Fault.PEER)))
        .containsExactly(new Action.Fetch(BOB, A, 7));
  }

  @Test
  void aPeerThatSentItWrongIsNotAskedForThatBlobAgainButForOthers() {
    listening(ALICE);
    on(new Event.Wished(Set.of(A, B)));
    has(ALICE, A, 7);
    on(new Event.Failed(ALICE, A, Event.Fault.PEER));
    pass(1_000_000);
    assertThat(has(ALICE, A, 7)).isEmpty();
    assertThat(has(ALICE, B, 7)).containsExactly(new Action.Fetch(ALICE, B, 7));
  }

  @Test
  void aSourceThatStallsIsLeftForAnother() {
    listening(ALICE);
    listening(BOB);
    on(new Event.Wished(Set.of(A)));
    has(ALICE, A, 9_000);
    has(BOB, A, 9_000);
    pass(29_000);
    assertThat(on(new Event.Tick(Map.of()))).isEmpty();
    pass(1_000);
    assertThat(on(new Event.Tick(Map.of(A, 100L))))
        .containsExactly(new Action.Cancel(A), new Action.Fetch(BOB, A, 9_000));
  }

  @Test
  void aSlowSourceThatGoesOnIsKept() {
    listening(ALICE);
    on(new Event.Wished(Set.of(A)));
    has(ALICE, A, 90_000);
    for (long received = 5_000; received < 50_000; received += 5_000) {
      pass(30_000);
      assertThat(on(new Event.Tick(Map.of(A, received)))).isEmpty();
    }
  }

  @Test
  void theOnlySourceThatStalledIsAskedAgainAfterAMinute() {
    listening(ALICE);
    on(new Event.Wished(Set.of(A)));
    has(ALICE, A, 7);
    pass(30_000);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Cancel(A));
    pass(60_000);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  @Test
  void aFullDiskStopsFetchingForAMinute() {
    listening(ALICE);
    on(new Event.Wished(Set.of(A)));
    has(ALICE, A, 7);
    assertThat(on(new Event.Failed(ALICE, A, Event.Fault.DISK))).isEmpty();
    pass(60_000);
    assertThat(on(new Event.Tick(Map.of()))).containsExactly(new Action.Fetch(ALICE, A, 7));
  }

  @Test
  void fewBlobsAreFetchedAtATimeAndFewerFromOnePeer() {
    Map<BlobId, Long> many = new LinkedHashMap<>();
    Stream.iterate(1, i -> i + 1).limit(100).forEach(i -> many.put(blob(i), 7L));
    on(new Event.Wished(many.keySet()));
    for (long link = 1; link <= 3; link++) {
      on(new Event.Opened(link));
    }
    assertThat(on(new Event.Heard(1, many, Map.of(), true))).hasSize(Downloads.MOST_EACH);
    assertThat(on(new Event.Heard(2, many, Map.of(), true))).hasSize(Downloads.MOST_EACH);
    assertThat(on(new Event.Heard(3, many, Map.of(), true))).isEmpty();
    assertThat(on(new Event.Closed(1))).hasSize(Downloads.MOST_EACH);
  }

  @Test
  void ourOwnWishesGoBeforeThoseOfOthers() {
    listening(ALICE);
    listening(BOB);
    wants(ALICE, A, -1);
    on(new Event.Wished(Set.of(B)));
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
  void aMillionWantsOfAPeerAreHeardNoFurtherThanTheFirstThousand() {
    listening(ALICE);
    listening(BOB);
    long passedOn = 0;
    for (int i = 0; i < 1_000_000; i++) {
      passedOn += wants(ALICE, blob(i), -1).size();
    }
    assertThat(passedOn).isEqualTo(BlobState.MOST_FORWARDED_EACH);
    assertThat(on(new Event.Stored(blob(BlobState.MOST_WANTS - 1), 7))).hasSize(1);
    assertThat(on(new Event.Stored(blob(BlobState.MOST_WANTS + 1), 7))).isEmpty();
  }

  private List<Action> on(Event event) {
    return state.on(event, now);
  }

  private void pass(long ms) {
    now += ms;
  }

  private void listening(long link) {
    on(new Event.Opened(link));
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

  private static BlobId blob(int number) {
    return BlobId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
