package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.local.PeerRecord.History;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

class PeerMemoryTest extends OnFreshFeeds {

  private static final FeedId ANN = SomeFeed.of("ann").id();
  private static final FeedId BOB = SomeFeed.of("bob").id();
  private static final FeedId CLEO = SomeFeed.of("cleo").id();

  private PeerMemory memory() {
    return temp.feeds().peerMemory();
  }

  @Test
  void peersSurviveARestart() {
    PeerRecord fresh = new PeerRecord(ANN, "net:ann:8008", "manual", true, History.NONE);
    PeerRecord known =
        new PeerRecord(ANN, "net:ann:9", "lan", false, new History(3, Optional.of(77L)));
    memory().save(fresh);
    memory().save(known);
    reopen();
    assertThat(memory().peers()).containsExactlyInAnyOrder(fresh, known);
    assertThat(memory().known()).as("one peer at two addresses").hasSize(1);
  }

  @Test
  void anAddressHasOneRecord() {
    PeerRecord peer = new PeerRecord(ANN, "net:ann:8008", "manual", true, History.NONE);
    memory().save(peer);
    memory().save(peer.withHistory(new History(1, Optional.empty())));
    assertThat(memory().peers())
        .containsExactly(peer.withHistory(new History(1, Optional.empty())));
    memory().forget("net:ann:8008");
    assertThat(memory().peers()).isEmpty();
  }

  @Test
  void aDamagedRecordIsNobodys() {
    PeerRecord ann = new PeerRecord(ANN, "net:ann:8008", "manual", true, History.NONE);
    memory().save(ann);
    memory().save(new PeerRecord(BOB, "net:bob:8008", "manual", true, History.NONE));
    temp.change("UPDATE peers SET peer = x'00' WHERE address = 'net:bob:8008'");
    assertThat(memory().peers()).containsExactly(ann);
    assertThat(memory().known()).containsExactly(ANN);
  }

  @Test
  void aClockIsReplacedAsAWhole() {
    memory().saveClock(ANN, Map.of(ANN, 4L, BOB, -1L));
    memory().saveClock(ANN, Map.of(ANN, 6L, CLEO, 0L));
    memory().saveClock(BOB, Map.of(CLEO, 9L));
    reopen();
    assertThat(memory().clockOf(ANN)).isEqualTo(Map.of(ANN, 6L, CLEO, 0L));
    assertThat(memory().clockOf(BOB)).isEqualTo(Map.of(CLEO, 9L));
    assertThat(memory().clockOf(CLEO)).isEmpty();
  }

  /// As notes have it: twice the sequence, one more where nothing is asked for, and -1 where the
  /// feed is not wanted.
  @Test
  void whoseClockHasReachedAMessageHoldsIt() {
    memory().saveClock(ANN, Map.of(CLEO, 8L));
    memory().saveClock(BOB, Map.of(CLEO, 7L, ANN, 100L));
    memory().saveClock(CLEO, Map.of(CLEO, -1L));
    assertThat(memory().holdersOf(CLEO, new Sequence(4))).containsExactly(ANN);
    assertThat(memory().holdersOf(CLEO, new Sequence(3))).containsExactlyInAnyOrder(ANN, BOB);
    assertThat(memory().holdersOf(CLEO, new Sequence(5))).isEmpty();
    assertThat(memory().holdersOf(BOB, new Sequence(1))).isEmpty();
  }
}
