package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent.FeedDamaged;
import org.tidings.feed.event.FeedEvent.PublishingChanged;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.StoreException;

/// The gate on real folders, and what peers tell.
class PublishingGateTest extends AtTheGate {

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

    /// Nobody has asked before, and opening does not.
    @Test
    void isReadBeforeAnythingIsSigned() throws PublishRefused {
      damage("UPDATE messages SET wire = replace(wire, 'post 119', 'post 911')");
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(temp.feeds().log().damaged()).isEmpty();
        assertThatThrownBy(() -> post(temp.feeds(), "on sand")).isInstanceOf(PublishingHeld.class);
        assertThat(temp.rows("messages")).isEqualTo(120);
      }
    }

    @Test
    void isReadBeforeAnythingLeaves() throws PublishRefused {
      damage("UPDATE messages SET wire = replace(wire, 'post 119', 'post 911')");
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThat(temp.feeds().gate().release(new Sequence(119))).isFalse();
      }
    }

    @Test
    void isToldAndQuarantinedThoughNobodyAsks() throws PublishRefused {
      damage("UPDATE messages SET wire = replace(wire, 'post 119', 'post 911')");
      try (TempFeeds temp = new TempFeeds(folder)) {
        EventRecorder recorder = new EventRecorder(temp.feeds().events());
        temp.feeds().gate().tick();
        await().until(() -> recorder.has(PublishingChanged.class));
        await().until(() -> recorder.has(FeedDamaged.class));
        assertThat(temp.feeds().log().headSequence(temp.feeds().identity().id())).isEqualTo(119);
        assertThat(reason(temp.feeds())).contains(Reason.LOST);
      }
    }

    @Test
    void holdsPublishingWhileItCannotBeQuarantined() throws PublishRefused {
      damage("UPDATE messages SET wire = replace(wire, 'post 119', 'post 911')");
      try (TempFeeds temp = new TempFeeds(folder)) {
        try (BrokenTable broken = new BrokenTable(temp.feeds(), "quarantine")) {
          assertThat(broken).isNotNull();
          assertThat(reason(temp.feeds())).contains(Reason.LOST);
          assertThatThrownBy(() -> temp.feeds().gate().cutOffTail())
              .isInstanceOf(StoreException.class);
          assertThatThrownBy(() -> post(temp.feeds(), "on sand"))
              .isInstanceOf(PublishingHeld.class);
        }
        temp.feeds().gate().tick();
        await().until(() -> !temp.feeds().log().damaged().isEmpty());
        assertThat(temp.feeds().gate().cutOffTail()).map(CutTail::messages).contains(1L);
        assertThat(post(temp.feeds(), "on rock").sequence()).isEqualTo(new Sequence(120));
      }
    }

    /// A page of the file is lost, and with it more than can be told.
    @Test
    void thatCannotBeReadHoldsPublishingToo() throws PublishRefused, IOException {
      damage("UPDATE messages SET received = received");
      Path file = folder.resolve("data").resolve(Database.FILE);
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      int page = bytes.indexOf("\"post 60\"") / 4096 * 4096;
      try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
        disk.seek(page);
        disk.write(new byte[4096]);
      }
      try (TempFeeds temp = new TempFeeds(folder)) {
        assertThatThrownBy(() -> post(temp.feeds(), "on sand")).isInstanceOf(PublishingHeld.class);
        assertThat(reason(temp.feeds())).contains(Reason.DAMAGED);
        assertThat(temp.feeds().gate().cutOffTail()).isEmpty();
        assertThat(temp.feeds().doctor().met()).isNotEmpty();
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
