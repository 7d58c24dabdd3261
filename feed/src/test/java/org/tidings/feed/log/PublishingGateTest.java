package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent.PublishingChanged;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Migrations;

/// The gate on real folders: copied, restored, rolled back, used twice.
class PublishingGateTest {

  private static final FeedId ANN = FeedId.of(SomeKeys.of("ann").publicKey());

  @TempDir Path folder;

  private static Message post(Feeds feeds, String text) throws PublishRefused {
    return feeds
        .publisher()
        .publish(JsonObject.builder().put("type", "post").put("text", text).build());
  }

  /// Puts somebody into the peer book.
  private static void know(Feeds feeds, FeedId peer) {
    feeds
        .peerMemory()
        .save(
            new PeerRecord(
                peer,
                "net:example.com:8008~shs:ann",
                "direct",
                true,
                new PeerRecord.History(0, Optional.empty())));
  }

  private static Optional<Reason> reason(Feeds feeds) {
    return feeds.gate().state() instanceof Held(Reason reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  /// Copies what a person would copy: the files of a folder that is not in use.
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aNewKeyInANewFolderIsOpen() throws PublishRefused {
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().gate().state()).isEqualTo(new Open());
      post(temp.feeds(), "hello");
      temp.feeds().gate().release(Sequence.FIRST);
      assertThat(temp.reopen().gate().state()).isEqualTo(new Open());
    }
  }

  @Nested
  class ACopiedFolder {

    @Test
    void isHeldWhileTheOriginalGoesOn() throws Exception {
      Path original = folder.resolve("original");
      Path copied = folder.resolve("copied");
      Path state = folder.resolve("state");
      try (TempFeeds temp = new TempFeeds(original, state)) {
        post(temp.feeds(), "hello");
      }
      copy(original, copied);
      try (TempFeeds copy = new TempFeeds(copied, state);
          TempFeeds temp = new TempFeeds(original, state)) {
        assertThat(reason(copy.feeds())).contains(Reason.COPIED);
        assertThatThrownBy(() -> post(copy.feeds(), "me too"))
            .isInstanceOf(PublishingHeld.class)
            .hasMessageContaining("copy");
        assertThat(copy.feeds().log().count()).isEqualTo(1);
        assertThat(reason(temp.feeds())).isEmpty();
      }
    }

    /// Peers may have heard of more than there is here, and would not say it again.
    @Test
    void remembersNothingThatPeersTold() throws Exception {
      FeedId ann = SomeFeed.of("ann").id();
      try (TempFeeds temp = new TempFeeds(folder.resolve("original"), folder.resolve("state"))) {
        temp.feeds().peerMemory().saveClock(ann, Map.of(ann, 2L));
        assertThat(temp.reopen().peerMemory().clockOf(ann)).isNotEmpty();
      }
      copy(folder.resolve("original"), folder.resolve("copied"));
      try (TempFeeds copy = new TempFeeds(folder.resolve("copied"), folder.resolve("state"))) {
        assertThat(copy.feeds().peerMemory().clockOf(ann)).isEmpty();
      }
    }

    @Test
    void staysHeldOverRestarts() throws Exception {
      new TempFeeds(folder.resolve("original"), folder.resolve("state")).close();
      copy(folder.resolve("original"), folder.resolve("copied"));
      try (TempFeeds copy = new TempFeeds(folder.resolve("copied"), folder.resolve("state"))) {
        assertThat(reason(copy.reopen())).contains(Reason.COPIED);
      }
    }

    @Test
    void isTheOneWeKnowOnceThePersonHasSaidSo() throws Exception {
      new TempFeeds(folder.resolve("original"), folder.resolve("state")).close();
      copy(folder.resolve("original"), folder.resolve("copied"));
      try (TempFeeds copy = new TempFeeds(folder.resolve("copied"), folder.resolve("state"))) {
        copy.feeds().gate().override();
        post(copy.feeds(), "from here on");
        assertThat(reason(copy.reopen())).isEmpty();
      }
    }

    @Test
    void thatWasOnlyMovedIsOpen() throws IOException {
      Path state = folder.resolve("state");
      new TempFeeds(folder.resolve("here"), state).close();
      Files.move(folder.resolve("here"), folder.resolve("there"));
      try (TempFeeds moved = new TempFeeds(folder.resolve("there"), state)) {
        assertThat(reason(moved.feeds())).isEmpty();
      }
    }
  }

  @Nested
  class AnOlderState {

    @Test
    void ofTheSameFileIsNoticedByTheWitness() throws Exception {
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "one");
        temp.feeds().gate().release(new Sequence(1));
      }
      Path file = folder.resolve("data").resolve(Database.FILE);
      byte[] older = Files.readAllBytes(file);
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "two");
        temp.feeds().gate().release(new Sequence(2));
      }
      Files.write(file, older);
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(temp.feeds().log().count()).isEqualTo(1);
        assertThat(reason(temp.feeds())).contains(Reason.COPIED);
        know(temp.feeds(), ANN);
        temp.feeds().gate().peerHolds(ANN, 1);
        temp.steadyClock().advance(GateRules.QUIET);
        assertThat(reason(temp.feeds())).contains(Reason.COPIED);
        temp.feeds().gate().override();
        assertThat(reason(temp.reopen())).isEmpty();
      }
    }

    @Test
    void isNotSuspectedWhenOnlyUnreleasedPostsAreMissing() throws Exception {
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "one");
        temp.feeds().gate().release(new Sequence(1));
      }
      byte[] older = Files.readAllBytes(folder.resolve("data").resolve(Database.FILE));
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "never left");
      }
      Files.write(folder.resolve("data").resolve(Database.FILE), older);
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(reason(temp.feeds())).isEmpty();
      }
    }
  }

  @Nested
  class ARestoredKey {

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

  @Nested
  class APeerThatKnowsMore {

    @Test
    void holdsUsUntilItsMessagesAreHere() throws Exception {
      SomeFeed elsewhere = SomeFeed.of(SomeKeys.of("me"));
      elsewhere.post("one");
      elsewhere.post("two");
      try (TempFeeds temp = TempFeeds.of(SomeKeys.of("me"), folder)) {
        temp.feeds().gate().peerHolds(ANN, 2);
        assertThat(reason(temp.feeds())).contains(Reason.BEHIND);
        assertThatThrownBy(() -> post(temp.feeds(), "too early"))
            .isInstanceOf(PublishingHeld.class);
        temp.ingest(elsewhere.values(), new Origin.FromPeer(ANN));
        assertThat(reason(temp.feeds())).contains(Reason.BEHIND); // as more may be on its way
        temp.steadyClock().advance(GateRules.CLAIM);
        assertThat(reason(temp.feeds())).isEmpty();
        assertThat(post(temp.feeds(), "three").sequence()).isEqualTo(new Sequence(3));
      }
    }

    @Test
    void andSendsAMessageOfOursUntoldHoldsUsWhileMoreMayCome() throws Exception {
      SomeFeed elsewhere = SomeFeed.of(SomeKeys.of("me"));
      elsewhere.post("one");
      try (TempFeeds temp = TempFeeds.of(SomeKeys.of("me"), folder)) {
        temp.ingest(elsewhere.values(), new Origin.FromPeer(ANN));
        assertThat(reason(temp.feeds())).contains(Reason.BEHIND);
        temp.steadyClock().advance(GateRules.CLAIM);
        assertThat(post(temp.feeds(), "two").sequence()).isEqualTo(new Sequence(2));
      }
    }

    @Test
    void doesNotHoldUsLongerWhenTheClockIsSetBack() {
      try (TempFeeds temp = new TempFeeds(folder)) {
        temp.feeds().gate().peerHolds(ANN, 99);
        temp.clock().advance(Duration.ofDays(-365));
        temp.steadyClock().advance(GateRules.CLAIM);
        assertThat(reason(temp.feeds())).isEmpty();
      }
    }

    @Test
    void butHasNoMessagesHoldsUsForTenSeconds() throws PublishRefused {
      try (TempFeeds temp = new TempFeeds(folder)) {
        EventRecorder recorder = new EventRecorder(temp.feeds().events());
        temp.feeds().gate().peerHolds(ANN, 99);
        assertThat(reason(temp.feeds())).contains(Reason.BEHIND);
        temp.steadyClock().advance(GateRules.CLAIM);
        assertThat(post(temp.feeds(), "anyway").sequence()).isEqualTo(Sequence.FIRST);
        await().until(() -> recorder.has(PublishingChanged.class));
      }
    }
  }

  @Nested
  class AForkOfOurOwnFeed {

    @Test
    void stopsPublishingForGood() throws Exception {
      SomeFeed elsewhere = SomeFeed.of(SomeKeys.of("me"));
      try (TempFeeds temp = TempFeeds.of(SomeKeys.of("me"), folder)) {
        post(temp.feeds(), "here");
        temp.feeds().gate().release(Sequence.FIRST);
        EventRecorder recorder = new EventRecorder(temp.feeds().events());
        Message other = elsewhere.post("elsewhere");
        assertThat(temp.ingest(elsewhere.values(), new Origin.FromPeer(ANN)))
            .containsExactly(new Verdict.Forked(other));
        await().until(() -> recorder.has(PublishingChanged.class));
        temp.feeds().gate().override();
        assertThat(reason(temp.feeds())).contains(Reason.FORKED);
        assertThat(reason(temp.reopen())).contains(Reason.FORKED);
        assertThatThrownBy(() -> post(temp.feeds(), "more"))
            .isInstanceOf(PublishingHeld.class)
            .hasMessageContaining("split");
        assertThat(TempFeeds.forkProof(temp.feeds(), temp.feeds().identity().id()))
            .contains(other.wire());
      }
    }
  }

  @Nested
  class AForkThatCouldNotBeSaved {

    @Test
    void isSavedAsSoonAsThatWorks() throws Exception {
      SomeFeed elsewhere = SomeFeed.of(SomeKeys.of("me"));
      elsewhere.post("elsewhere");
      try (TempFeeds temp = TempFeeds.of(SomeKeys.of("me"), folder)) {
        post(temp.feeds(), "here");
        try (BrokenTable gate = new BrokenTable(temp.feeds(), "gate")) {
          assertThat(gate).isNotNull();
          assertThat(temp.ingest(elsewhere.values(), new Origin.FromPeer(ANN)))
              .hasOnlyElementsOfType(Verdict.Unstored.class);
        }
        temp.feeds().gate().tick();
        assertThat(reason(temp.reopen())).contains(Reason.FORKED);
      }
    }
  }

  @Nested
  class ADamagedTail {

    private void damage(String change) throws PublishRefused {
      try (TempFeeds temp = new TempFeeds(folder)) {
        for (int i = 0; i < 120; i++) {
          post(temp.feeds(), "post " + i);
        }
      }
      try (Database database = Database.open(folder.resolve("data"), List.of(Migrations.STORE))) {
        database.write(Durability.FULL, tx -> tx.update(change));
      }
    }

    @Test
    void isNotBuiltUpon() throws PublishRefused {
      damage("UPDATE messages SET wire = replace(wire, 'post 119', 'post 911')");
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(reason(temp.feeds())).contains(Reason.LOST);
        temp.feeds().gate().override();
        assertThatThrownBy(() -> post(temp.feeds(), "on sand")).isInstanceOf(PublishingHeld.class);
      }
    }

    @Test
    void withAnotherIdThanItsBytesIsNotBuiltUpon() throws PublishRefused {
      damage("UPDATE messages SET id = zeroblob(32) WHERE sequence = 60");
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(reason(temp.feeds())).contains(Reason.LOST);
      }
    }

    @Test
    void farBackIsLeftToTheFullCheck() throws PublishRefused {
      damage("UPDATE messages SET id = zeroblob(32) WHERE sequence = 2");
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(reason(temp.feeds())).isEmpty();
      }
    }
  }

  @Nested
  class Releasing {

    @Test
    void isRememberedInsideAndOutsideOfTheFolder() throws Exception {
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "one");
        post(temp.feeds(), "two");
        assertThat(temp.feeds().gate().release(Sequence.FIRST)).isTrue();
        try (var files = Files.list(folder.resolve("state"))) {
          assertThat(files.toList())
              .singleElement()
              .satisfies(witness -> assertThat(witness).content().endsWith(" 2\n"));
        }
      }
    }

    @Test
    void letsNothingNewOutWhilePublishingIsHeld() throws Exception {
      try (TempFeeds temp = new TempFeeds(folder)) {
        post(temp.feeds(), "one");
        temp.feeds().gate().release(Sequence.FIRST);
        post(temp.feeds(), "two");
        temp.feeds().gate().keyInUseElsewhere();
        assertThat(temp.feeds().gate().release(Sequence.FIRST)).isTrue();
        assertThat(temp.feeds().gate().release(new Sequence(2))).isFalse();
      }
    }
  }

  @Test
  void aKeyInUseElsewhereHolds() throws Exception {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().gate().keyInUseElsewhere();
      assertThat(reason(temp.feeds())).contains(Reason.KEY_IN_USE);
      assertThat(reason(temp.reopen())).contains(Reason.KEY_IN_USE);
    }
  }

  @Test
  void everyReasonIsASentence() {
    assertThat(List.of(Reason.values()))
        .allSatisfy(reason -> assertThat(reason.sentence()).endsWith(".").contains(" "));
  }
}
