package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.SyncProgress.Owed;

/// How far we are is counted right, whatever peers say.
class CatchUpTest {
  private static final FeedId ME = id(0);
  private static final FeedId ANNA = id(1);
  private static final FeedId BEN = id(2);
  private static final FeedId FEED = id(9);
  private static final FeedId OTHER = id(10);

  private final EbtPeer me = new EbtPeer(ME, Map.of(FEED, 5L), Set.of(ME, FEED, OTHER));

  @Test
  void nothingIsUnderWayWhileNobodyHasMore() {
    me.connect(ANNA);
    me.hears(ANNA, FEED, Note.of(5, true));
    assertThat(me.syncProgress()).isEmpty();
  }

  @Test
  void whatIsLackingIsCountedOnceHoweverManyHaveIt() {
    me.connect(ANNA);
    me.connect(BEN);
    me.hears(ANNA, FEED, Note.of(15, true));
    me.hears(BEN, FEED, Note.of(25, true));
    me.hears(BEN, OTHER, Note.of(3, true));
    SyncProgress now = me.syncProgress().orElseThrow();
    assertThat(now.messagesLeft()).isEqualTo(23);
    assertThat(now.feedsLeft()).isEqualTo(2);
    assertThat(now.from()).containsExactly(new Owed(ANNA, 1, 20), new Owed(BEN, 1, 3));
  }

  @Test
  void whatComesIsDoneAndTheLastOfItEndsIt() {
    me.at(0).connect(ANNA);
    me.hears(ANNA, FEED, Note.of(15, true));
    me.hears(ANNA, OTHER, Note.of(3, true));
    assertThat(me.syncProgress()).isPresent();
    arrives(FEED, 6, 9);
    arrives(OTHER, 1, 3);
    SyncProgress now = me.at(1_000).syncProgress().orElseThrow();
    assertThat(now).isEqualTo(new SyncProgress(1, 1, 7, 6, 7.0, List.of(new Owed(ANNA, 1, 6))));
    assertThat(now.timeLeft()).contains(Duration.ofMillis(857));
    arrives(FEED, 10, 15);
    assertThat(me.at(2_000).syncProgress()).isEmpty();
  }

  @Test
  void theNextTimeIsCountedAnew() {
    me.connect(ANNA);
    me.hears(ANNA, FEED, Note.of(15, true));
    me.syncProgress();
    arrives(FEED, 6, 15);
    me.syncProgress();
    me.hears(ANNA, OTHER, Note.of(3, true));
    SyncProgress now = me.syncProgress().orElseThrow();
    assertThat(now.messagesDone()).isZero();
    assertThat(now.feedsDone()).isZero();
    assertThat(now.messages()).isEqualTo(3);
  }

  @Test
  void theRateIsThatOfTheLastTenSeconds() {
    me.at(0).connect(ANNA);
    me.hears(ANNA, FEED, Note.of(1_000, true));
    me.syncProgress();
    arrives(FEED, 6, 505);
    for (int second = 1; second <= 11; second++) {
      me.at(second * 1_000L).syncProgress();
    }
    SyncProgress now = me.syncProgress().orElseThrow();
    assertThat(now.perSecond()).isZero();
    assertThat(now.timeLeft()).isEmpty();
    assertThat(now.messagesDone()).isEqualTo(500);
  }

  @Test
  void itIsOverWhenNobodyIsLeftWhoHasMore() {
    me.connect(ANNA);
    me.hears(ANNA, FEED, Note.of(15, true));
    assertThat(me.syncProgress()).isPresent();
    me.on(new Event.Closed(ANNA));
    assertThat(me.syncProgress()).isEmpty();
  }

  @Test
  void feedsThatAreDroppedOrNoLongerWantedAreNotDone() {
    me.connect(ANNA);
    me.hears(ANNA, FEED, Note.of(15, true));
    me.hears(ANNA, OTHER, Note.of(3, true));
    me.syncProgress();
    me.wanted.remove(FEED);
    me.on(new Event.ReachChanged(me.reach()));
    SyncProgress now = me.syncProgress().orElseThrow();
    assertThat(now.feedsDone()).isZero();
    assertThat(now.feedsLeft()).isEqualTo(1);
  }

  @Test
  void whoeverClaimsMuchAndSendsNothingIsNoProgressForLong() {
    me.at(0).connect(ANNA);
    me.hears(ANNA, FEED, Note.of(1_000_000, true));
    assertThat(me.syncProgress()).isPresent();
    assertThat(me.at(CatchUp.STANDSTILL).syncProgress()).isEmpty();
    assertThat(me.at(CatchUp.STANDSTILL + 1_000).syncProgress()).isEmpty();
    me.hears(ANNA, OTHER, Note.of(2, true));
    assertThat(me.syncProgress().orElseThrow().messagesLeft()).isEqualTo(2);
    arrives(FEED, 6, 6);
    assertThat(me.syncProgress().orElseThrow().messagesLeft()).isEqualTo(999_996);
  }

  @Test
  void whoeverClaimsMuchAndSendsOnlyOtherFeedsIsNoProgressForLong() {
    me.at(0).connect(ANNA);
    me.hears(ANNA, FEED, Note.of(1_000_000, true));
    me.hears(ANNA, OTHER, Note.of(1_000, true));
    me.syncProgress();
    me.at(CatchUp.STANDSTILL);
    arrives(OTHER, 1, 2 * Session.PAGE - 1);
    assertThat(me.syncProgress().orElseThrow().feedsLeft()).as("on a slow line").isEqualTo(2);
    arrives(OTHER, 2 * Session.PAGE, 2 * Session.PAGE);
    assertThat(me.syncProgress().orElseThrow().messagesLeft()).isEqualTo(1_000 - 2 * Session.PAGE);
  }

  @Test
  void whoeverClaimsMoreThanThereCanBeDoesNotCount() {
    me.connect(ANNA);
    me.connect(BEN);
    me.hears(ANNA, FEED, Note.of((1 << 30) - 1, true));
    assertThat(me.syncProgress()).isEmpty();
    me.hears(BEN, FEED, Note.of(25, true));
    assertThat(me.syncProgress().orElseThrow().messagesLeft()).isEqualTo(20);
  }

  @Test
  void whatAPeerClaimsAndDoesNotSendIsNotMissingForLong() {
    me.at(0).connect(ANNA);
    me.hears(ANNA, FEED, Note.of(1_000_000, true));
    me.hears(ANNA, OTHER, Note.of((1 << 30) - 1, true));
    me.syncProgress();
    assertThat(me.missing(ANNA)).isEqualTo(999_995);
    me.at(CatchUp.STANDSTILL).syncProgress();
    assertThat(me.missing(ANNA)).isZero();
    arrives(FEED, 6, 6);
    assertThat(me.missing(ANNA)).isEqualTo(999_994);
  }

  @Test
  void whatAnotherSendsIsNoReasonToBelieveWhoDoesNot() {
    me.at(0).connect(ANNA);
    me.hears(ANNA, FEED, Note.of(1_000_000, true));
    me.syncProgress();
    me.at(CatchUp.STANDSTILL).syncProgress();
    me.connect(BEN);
    me.hears(BEN, FEED, Note.of(6, true));
    me.on(new Event.MessageHeard(BEN, FEED, 6));
    me.on(new Event.Appended(FEED, 6));
    assertThat(me.syncProgress()).isEmpty();
    assertThat(me.missing(ANNA)).isZero();
  }

  @Test
  void twentyThousandFeedsAreCounted() {
    Map<FeedId, Note> notes = new LinkedHashMap<>();
    IntStream.range(100, 20_100).forEach(n -> notes.put(id(n), Note.of(10, true)));
    EbtPeer many = new EbtPeer(ME, Map.of(), notes.keySet());
    many.connect(ANNA);
    many.on(new Event.NotesHeard(ANNA, notes));
    SyncProgress now = many.syncProgress().orElseThrow();
    assertThat(now.feedsLeft()).isEqualTo(20_000);
    assertThat(now.messagesLeft()).isEqualTo(200_000);
  }

  private void arrives(FeedId feed, int first, int last) {
    for (int sequence = first; sequence <= last; sequence++) {
      me.on(new Event.MessageHeard(ANNA, feed, sequence));
      me.on(new Event.Appended(feed, sequence));
    }
  }

  private static FeedId id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    return FeedId.of(bytes);
  }
}
