package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;

/// Newest posts of ours that cannot be read back: given up only where nobody else can have them.
class LostTailTest extends OnFreshFeeds {

  private static final Held LOST = new Held(Reason.LOST);
  private static final Held DAMAGED = new Held(Reason.DAMAGED);

  private FeedId self;

  @BeforeEach
  void post() throws PublishRefused {
    self = feeds.identity().id();
    for (int i = 1; i <= 6; i++) {
      publish("thought number " + i);
    }
  }

  private Message publish(String text) throws PublishRefused {
    return feeds.publisher().publish(Post.root(text).toJson());
  }

  /// Flips a bit of the fifth of our posts in the file, while nobody has it open.
  private void damageFile() throws IOException {
    temp.close();
    Path file = temp.folder().resolve(Database.FILE);
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    String post = "\"thought number 5\"";
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
      for (int at = bytes.indexOf(post); at >= 0; at = bytes.indexOf(post, at + 1)) {
        disk.seek(at + 1);
        disk.write('T');
      }
    }
    reopen();
  }

  private long head() {
    return feeds.log().head(self).orElseThrow().sequence().value();
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(temp.folder())) {
      return files.filter(f -> f.getFileName().toString().startsWith("own-posts")).toList();
    }
  }

  @Test
  void whatNeverLeftIsCutOffByDecisionAndPublishingGoesOn() throws Exception {
    assertThat(feeds.gate().release(new Sequence(4))).isTrue();
    // All there was had been let out with it.
    publish("thought number 7");
    TempFeeds.damage(feeds, self, 7);
    reopen();
    assertThat(feeds.gate().state()).isEqualTo(LOST);
    assertThatThrownBy(() -> publish("too early")).isInstanceOf(PublishingHeld.class);
    assertThat(feeds.gate().cutOffTail()).map(CutTail::messages).contains(1L);
    assertThat(feeds.gate().state()).isEqualTo(new Open());
    assertThat(publish("on").sequence().value()).isEqualTo(7);
    reopen();
    assertThat(feeds.gate().state()).isEqualTo(new Open());
    assertThat(head()).isEqualTo(7);
  }

  @Test
  void whomWeBlockAfterwardsIsBlockedWhateverWasCutOff() throws Exception {
    SomeFeed mallory = SomeFeed.of("mallory");
    assertThat(feeds.gate().release(new Sequence(6))).isTrue();
    publish("thought number 7");
    follow(mallory.id());
    TempFeeds.damage(feeds, self, 7);
    reopen();
    temp.settled();
    temp.refuseBuilds();
    assertThat(feeds.gate().cutOffTail()).map(CutTail::messages).contains(2L);
    block(mallory.id());
    assertThat(feeds.graph().hops(mallory.id()).isBlocked()).isTrue();
  }

  @Test
  void whatCanBeReadOfADamagedFileIsDraftsAgainAndNothingElseRemains() throws Exception {
    damageFile();
    assertThat(feeds.gate().state()).isEqualTo(LOST);
    assertThat(feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED).done())
        .anyMatch(deed -> deed.contains("drafts again: 2"));
    assertThat(feeds.drafts().load("post")).contains("Thought number 5\n\nthought number 6");
    assertThat(kept()).singleElement().satisfies(f -> assertThat(f).content().contains("number 6"));
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
    assertThat(head()).isEqualTo(4);
  }

  @Test
  void aDecisionThatFailsHalfwayChangesNothing() throws Exception {
    damageFile();
    try (BrokenTable broken = new BrokenTable(feeds, "quarantine")) {
      assertThat(broken).isNotNull();
      assertThatThrownBy(() -> feeds.gate().cutOffTail()).isInstanceOf(StoreException.class);
    }
    reopen();
    assertThat(feeds.gate().state()).isEqualTo(LOST);
    assertThat(feeds.drafts().all()).isEmpty();
    assertThat(feeds.log().range(self, Sequence.FIRST, 9)).hasSize(6);
    assertThat(feeds.gate().cutOffTail()).isPresent();
    assertThat(head()).isEqualTo(4);
  }

  /// The first block stands in the log all the while.
  @Test
  void whomWeBlockStaysBlockedWhileALostTailIsCutOff() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("of somebody blocked");
    store(ann);
    block(ann.id());
    assertThat(feeds.gate().release(new Sequence(7))).isTrue();
    // What was already let out with it.
    publish("thought number 8");
    block(ann.id());
    temp.settled();
    TempFeeds.damage(feeds, self, 8);
    reopen();
    assertThat(feeds.gate().cutOffTail()).isPresent();
    assertThat(feeds.graph().hops(ann.id()).isBlocked()).isTrue();
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10).stream())
        .flatMap(thread -> thread.opening().stream().toList())
        .noneMatch(post -> post.by().id().equals(ann.id()));
    temp.settled();
    assertThat(feeds.graph().hops(ann.id()).isBlocked()).isTrue();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  @Test
  void whatMayHaveLeftIsNotCut() throws Exception {
    feeds.gate().release(new Sequence(6));
    damageFile();
    assertStaysHeld();
  }

  @Test
  void whatTheWitnessSawLeaveIsNotCut() throws Exception {
    feeds.gate().release(new Sequence(6));
    temp.change("UPDATE gate SET released = 0");
    damageFile();
    assertStaysHeld();
  }

  @Test
  void whatAPeerSaysToHoldIsNotCut() throws Exception {
    damageFile();
    feeds.gate().peerHolds(SomeFeed.of("a stranger").id(), 5);
    assertStaysHeld();
  }

  @Test
  void whatStrangersSayToHoldAndNeverSendIsNotWaitedForForGood() throws Exception {
    damageFile();
    feeds.gate().peerHolds(SomeFeed.of("a stranger").id(), 5);
    temp.steadyClock().advance(Hearsay.OF_STRANGERS);
    assertThat(feeds.gate().state()).isEqualTo(LOST);
    feeds.gate().peerHolds(SomeFeed.of("another stranger").id(), 6);
    assertThat(feeds.gate().state()).isEqualTo(LOST);
    assertThat(feeds.gate().cutOffTail()).isPresent();
  }

  @Test
  void whatAFriendSaysToHoldIsNotCutHoweverLongItDoesNotCome() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    follow(ann.id());
    damageFile();
    feeds.gate().peerHolds(ann.id(), 5);
    temp.steadyClock().advance(Hearsay.OF_STRANGERS);
    feeds.gate().tick();
    assertThat(feeds.gate().state()).isEqualTo(DAMAGED);
    assertThat(feeds.gate().cutOffTail()).isEmpty();
  }

  @Test
  void whatCameInFromElsewhereIsNotCut() throws Exception {
    List<byte[]> values =
        feeds.log().range(self, Sequence.FIRST, 9).stream().map(StoredMessage::wire).toList();
    TempFeeds.damage(feeds, self, 5);
    feeds.doctor().vouchesFor(feeds.log().range(self, new Sequence(5), 1).getFirst());
    temp.ingest(values, TempFeeds.IMPORT);
    damageFile();
    assertStaysHeld();
  }

  @Test
  void whatWasHereDuringAHoldIsNotCut() throws Exception {
    feeds.gate().keyInUseElsewhere();
    reopen();
    feeds.gate().override();
    damageFile();
    assertStaysHeld();
  }

  private void assertStaysHeld() {
    assertThat(feeds.gate().state()).isEqualTo(DAMAGED);
    assertThat(feeds.gate().cutOffTail()).isEmpty();
    assertThat(feeds.log().range(self, Sequence.FIRST, 9)).hasSize(6);
  }
}
