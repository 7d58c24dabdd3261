package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;

/// The gate where a key was used before.
class RestoredKeyTest extends AtTheGate {

  private final KeyPair keys = SomeKeys.of("restored");
  private final SomeFeed before = SomeFeed.of(keys);

  private TempFeeds restored() throws Exception {
    SecretFile.create(folder.resolve("data").resolve("secret"), keys);
    return new TempFeeds(folder);
  }

  @Test
  void isHeld() throws Exception {
    try (TempFeeds temp = restored()) {
      assertThat(reason(temp.feeds())).contains(Reason.RESTORED);
      assertThat(reason(temp.reopen())).contains(Reason.RESTORED);
    }
  }

  @Test
  void opensAMinuteAfterItsFeedCameBackAndContinuesIt() throws Exception {
    before.post("one");
    Message last = before.post("two");
    try (TempFeeds temp = restored()) {
      know(temp.feeds(), ANN);
      temp.feeds().gate().peerHolds(ANN, 2);
      temp.ingest(before.values(), new Origin.FromPeer(ANN));
      temp.feeds().gate().peerHolds(ANN, 2);
      temp.steadyClock().advance(GateRules.QUIET);
      temp.feeds().gate().tick();
      Message next = post(temp.feeds(), "three");
      assertThat(next.previous()).contains(last.id());
      assertThat(reason(temp.reopen())).isEmpty();
    }
  }

  @Test
  void isNotOpenedByAStrangerWhoClaimsToHaveNothing() throws Exception {
    try (TempFeeds temp = restored()) {
      temp.feeds().gate().peerHolds(ANN, 0);
      temp.steadyClock().advance(GateRules.QUIET);
      assertThat(reason(temp.feeds())).contains(Reason.RESTORED);
    }
  }

  @Test
  void isNotOpenedByAPubThatHoldsNothingOfItWhileNothingCameBack() throws Exception {
    try (TempFeeds temp = restored()) {
      know(temp.feeds(), ANN);
      temp.feeds().gate().peerHolds(ANN, 0);
      temp.steadyClock().advance(GateRules.QUIET);
      temp.feeds().gate().tick();
      assertThat(reason(temp.feeds())).contains(Reason.RESTORED);
    }
  }

  @Test
  void isOpenedByAFriendWhoOnlyCallsAndHoldsAllThatCameBack() throws Exception {
    before.follow(ANN);
    Message last = before.post("two");
    try (TempFeeds temp = restored()) {
      temp.feeds().gate().peerHolds(ANN, 2);
      temp.ingest(before.values(), new Origin.FromPeer(ANN));
      temp.feeds().gate().tick();
      temp.steadyClock().advance(GateRules.QUIET);
      assertThat(post(temp.feeds(), "three").previous()).contains(last.id());
    }
  }

  @Test
  void isNotOpenedByAFriendWhoHoldsLess() throws Exception {
    before.follow(ANN);
    before.post("two");
    try (TempFeeds temp = restored()) {
      temp.ingest(before.values(), TempFeeds.IMPORT);
      temp.feeds().gate().peerHolds(ANN, 1);
      temp.steadyClock().advance(GateRules.QUIET);
      assertThat(reason(temp.feeds())).contains(Reason.RESTORED);
    }
  }

  @Test
  void isNotOpenedByOneOfManyFriends() throws Exception {
    before.follow(ANN);
    before.follow(SomeFeed.of("bob").id());
    try (TempFeeds temp = restored()) {
      temp.ingest(before.values(), TempFeeds.IMPORT);
      temp.feeds().gate().peerHolds(ANN, 2);
      temp.steadyClock().advance(GateRules.QUIET);
      assertThat(reason(temp.feeds())).contains(Reason.RESTORED);
    }
  }

  @Test
  void opensWhenThePersonSaysSo() throws Exception {
    try (TempFeeds temp = restored()) {
      temp.feeds().gate().override();
      assertThat(post(temp.feeds(), "hello").sequence()).isEqualTo(Sequence.FIRST);
    }
  }
}
