package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent.FeedDamaged;
import org.tidings.feed.event.FeedEvent.FeedHealed;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Damage in an open store: noticed, kept in, and mended by what comes again.
class DoctorTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  private void fill() {
    for (int i = 1; i <= 20; i++) {
      ann.post("ann " + i);
      bob.post("bob " + i);
    }
    store(ann, bob);
  }

  private static String of(FeedId feed, int sequence) {
    return " WHERE sequence = %d AND feed = (SELECT feed FROM feeds WHERE hex(id) = '%s')"
        .formatted(sequence, HexFormat.of().withUpperCase().formatHex(feed.bytes()));
  }

  private void damage(FeedId feed, int sequence) {
    TempFeeds.damage(feeds, feed, sequence);
  }

  private long head(FeedId feed) {
    return feeds.log().head(feed).map(head -> head.sequence().value()).orElse(0L);
  }

  private List<Finding> found() {
    return feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage();
  }

  private Finding broken(Map<FeedId, Long> sound) {
    List<String> names =
        sound.keySet().stream().map(f -> feeds.profiles().byline(f).name()).sorted().toList();
    return new Finding.BrokenFeeds(sound, names);
  }

  /// A copy of the store for comparing indexes, of a doctor who was interrupted.
  @Test
  void whatIsLeftOfOneThatWasCutShortIsRemovedAtTheNextStart() throws IOException {
    Path left = Files.createDirectory(temp.folder().resolve("doctor-123"));
    Files.writeString(left.resolve("tidings.sqlite"), "a copy");
    reopen();
    assertThat(left).doesNotExist();
  }

  @Test
  void whatIsFetchedAgainIsToldOnceByName() {
    ann.name(ann.id(), "Ann");
    fill();
    assertThat(feeds.doctor().met()).isEmpty();
    damage(ann.id(), 7);
    damage(bob.id(), 7);
    Report report = feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(report.done()).singleElement().asString().contains("2 feeds", "Ann");
    assertThat(report.damage()).singleElement().asString().contains("Ann");
    assertThat(feeds.doctor().met())
        .singleElement()
        .satisfies(met -> assertThat(met.sentence()).contains("damaged", "Ann"));
    store(ann, bob);
    assertThat(feeds.doctor().met()).isEmpty();
  }

  @Test
  void aRowThatClaimsAnotherPlaceCostsNothingBeforeIt() {
    fill();
    temp.change("UPDATE messages SET sequence = 0" + of(ann.id(), 15));
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(head(ann.id())).isEqualTo(14);
    store(ann);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(found()).isEmpty();
  }

  /// What full text looked like at an earlier look is no measure of what it is now.
  @Test
  void aSoundStoreIsFoundSoundHoweverOftenItIsLookedAtWhileMessagesComeIn() {
    for (int i = 1; i <= 40; i++) {
      ann.post("apples and pears " + i);
      store(ann);
      assertThat(found()).isEmpty();
    }
  }

  @Test
  void damagedPicturesAreFoundAndKeptAsideSoThatTheyAreFetchedAgain() throws Exception {
    BlobId blob = feeds.blobs().add(new ByteArrayInputStream(new byte[] {1})).id();
    assertThat(found()).isEmpty();
    Path folder = temp.folder().resolve("blobs");
    String hex = HexFormat.of().formatHex(blob.bytes());
    Files.write(
        folder.resolve("sha256").resolve(hex.substring(0, 2)).resolve(hex.substring(2)),
        new byte[0]);
    assertThat(found()).containsExactly(new Finding.BrokenBlobs(List.of(blob)));
    assertThat(feeds.blobs().has(blob)).isTrue();
    Report report = feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(report.done()).singleElement().asString().contains("fetched again");
    assertThat(feeds.blobs().has(blob)).isFalse();
    assertThat(folder.resolve("damaged").resolve(hex)).isEmptyFile();
    assertThat(found()).isEmpty();
  }

  @Test
  void aSoundStoreIsFoundSound() {
    fill();
    temp.settled();
    Report report = feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED);
    assertThat(report.damage()).isEmpty();
    assertThat(report.messages()).isEqualTo(40);
  }

  @Test
  void twoWhoLookAtOnceDoNotTakeTheCopyFromEachOther() {
    fill();
    temp.settled();
    List<CompletableFuture<Report>> reports =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED),
                        task -> Thread.ofPlatform().start(task)))
            .limit(3)
            .toList();
    assertThat(reports).allMatch(report -> report.join().isSound());
  }

  @Test
  void anAddressInTorIsSound() {
    String address = "onion:tidingsexample.onion:8008~shs:" + ann.id().toString().substring(1, 45);
    feeds
        .peerMemory()
        .save(new PeerRecord(ann.id(), address, "direct", true, PeerRecord.History.NONE));
    assertThat(found()).isEmpty();
  }

  @Test
  void damagedEarlyPostsAreFound() throws PublishRefused {
    follow(ann.id());
    for (int i = 1; i <= 5; i++) {
      ann.post("post " + i);
    }
    feeds.early().take(Map.of(ann.id(), ann.values().subList(3, 5)));
    temp.settled();
    assertThat(found()).isEmpty();
    temp.change(
        "UPDATE early SET wire = CAST(replace(CAST(wire AS TEXT), 'post 5', 'post 6') AS BLOB)");
    assertThat(found()).containsExactly(new Finding.BrokenEarlyPosts(1));
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(found()).isEmpty();
    assertThat(feeds.early().newest(ann.id())).isEqualTo(4);
  }

  @Test
  void anEarlyPostIsNotShownAsOfAnotherTime() throws PublishRefused {
    follow(ann.id());
    ann.post("first");
    ann.post("second");
    feeds.early().take(Map.of(ann.id(), ann.values()));
    temp.settled();
    temp.change("UPDATE early SET shown = shown + 1000000000 WHERE sequence = 2");
    assertThat(found()).containsExactly(new Finding.BrokenEarlyPosts(1));
  }

  @Test
  void whatIsFetchedAgainIsNotCalledBrokenOnceMore() {
    fill();
    damage(ann.id(), 7);
    assertThat(found()).containsExactly(broken(Map.of(ann.id(), 6L)));
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(found()).singleElement().isInstanceOf(Finding.AwaitedFeeds.class);
    long stored = feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).messages();
    assertThat(feeds.log().count() + feeds.log().waiting()).isEqualTo(stored);
    damage(ann.id(), 3);
    assertThat(found()).containsExactly(broken(Map.of(ann.id(), 2L)));
  }

  @Test
  void feedsNobodyKnowsOnTheirWayOutOrInQuarantineAreFound() {
    temp.change("INSERT INTO drops (feed) VALUES (77)");
    temp.change("INSERT INTO quarantine (feed, sound) VALUES (77, 1)");
    assertThat(found())
        .containsExactly(new Finding.BrokenNotes("drops"), new Finding.BrokenNotes("quarantine"));
  }

  @Test
  void changedBytesAreFound() {
    fill();
    damage(ann.id(), 7);
    assertThat(found()).containsExactly(broken(Map.of(ann.id(), 6L)));
  }

  @Test
  void rowsThatSaySomethingElseThanTheirMessagesAreFound() {
    fill();
    temp.change("UPDATE messages SET type = 'vote'" + of(ann.id(), 3));
    temp.change("UPDATE messages SET claimed = claimed + 1" + of(bob.id(), 5));
    assertThat(found()).containsExactly(broken(Map.of(ann.id(), 2L, bob.id(), 4L)));
  }

  /// Nobody has to send again what is here.
  @Test
  void aRowBesideBytesThatAreRightIsMendedByThem() {
    fill();
    temp.settled();
    temp.change("UPDATE messages SET type = 'vote'" + of(ann.id(), 3));
    temp.change("UPDATE messages SET type = ''" + of(ann.id(), 9));
    Report report = feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(report.done())
        .singleElement()
        .asString()
        .contains("whole")
        .doesNotContain("fetched");
    assertThat(feeds.log().damaged()).isEmpty();
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  @Test
  void missingMessagesAreFound() {
    fill();
    temp.change("DELETE FROM messages" + of(ann.id(), 1));
    temp.change("DELETE FROM messages" + of(bob.id(), 9));
    assertThat(found()).containsExactly(broken(Map.of(ann.id(), 0L, bob.id(), 8L)));
  }

  @Test
  void aBuildThatIsSaidToBeFurtherThanItIsIsFoundAndBegunAnew() {
    fill();
    temp.settled().refuseBuilds();
    feeds.rebuildIndexes();
    assertThat(found()).isEmpty();
    temp.change(
        "INSERT OR REPLACE INTO index_builds (name, version, generation, arrival, repeated)"
            + " SELECT name, version, generation, arrival + 16, repeated FROM index_builds"
            + " WHERE name = 'votes'");
    assertThat(found()).containsExactly(new Finding.BrokenIndex("votes"));
    temp.allowBuilds();
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).isSound()).isTrue();
  }

  @Test
  void anIndexThatSaysSomethingElseIsFoundAndBuiltAgain() {
    fill();
    temp.settled();
    temp.change("UPDATE posts SET shown = shown + 1 WHERE arrival = 3");
    assertThat(feeds.doctor().repair(Depth.INDEXES, Progress.IGNORED).damage())
        .containsExactly(new Finding.BrokenIndex("posts"));
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).isSound()).isTrue();
  }

  /// By whom the posts of the blocked and the muted are left out.
  @Test
  void anotherAuthorInAnIndexIsFound() throws PublishRefused {
    fill();
    JsonObject post =
        JsonObject.builder()
            .put("type", "post")
            .put("text", "a picture")
            .put("channel", "boats")
            .put("image", BlobId.of(new byte[32]).toString())
            .build();
    feeds.publisher().publish(post);
    feeds.publisher().publishPrivate(post, List.of(feeds.identity().id()));
    temp.settled();
    List<String> tables = List.of("blob_links", "channel_posts", "private_posts");
    tables.forEach(
        table ->
            temp.change(
                "UPDATE %1$s SET feed = (SELECT f.feed FROM feeds f WHERE f.feed <> %1$s.feed)"
                    .formatted(table)));
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage())
        .isEqualTo(tables.stream().map(Finding.BrokenIndex::new).toList());
  }

  @Test
  void whatWasReadInPrivateIsReadAgain() throws PublishRefused {
    FeedId self = feeds.identity().id();
    feeds.publisher().publishPrivate(Post.root("between us").toJson(), List.of(self));
    temp.settled();
    temp.change("UPDATE opened SET content = CAST(replace(content, 'us', 'me') AS BLOB)");
    assertThat(feeds.doctor().repair(Depth.INDEXES, Progress.IGNORED).damage())
        .contains(new Finding.BrokenIndex("opened"));
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  @Test
  void aChangedTimeOfArrivalIsFound() {
    fill();
    temp.settled();
    temp.change("UPDATE messages SET received = received + 1" + of(ann.id(), 3));
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage())
        .contains(new Finding.BrokenIndex("feed_sizes"));
  }

  @Test
  void aDamagedMessageIsNotVouchedForAndItsFeedEndsBeforeIt() {
    fill();
    damage(ann.id(), 7);
    var stored = feeds.log().range(ann.id(), new Sequence(6), 2);
    assertThat(feeds.doctor().vouchesFor(stored.getFirst())).isTrue();
    assertThat(feeds.doctor().vouchesFor(stored.getLast())).isFalse();
    await().until(() -> head(ann.id()) == 6);
    assertThat(head(bob.id())).isEqualTo(20);
  }

  @Test
  void whatComesAgainHealsTheFeedAtOnce() {
    fill();
    damage(ann.id(), 7);
    try (EventRecorder events = new EventRecorder(feeds.events())) {
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      assertThat(head(ann.id())).isEqualTo(6);
      reopen();
      assertThat(head(ann.id())).isEqualTo(6);
      assertThat(events.all()).contains(new FeedDamaged(ann.id()));
    }
    try (EventRecorder events = new EventRecorder(feeds.events())) {
      assertThat(temp.ingest(ann.values().subList(6, 7), TempFeeds.IMPORT))
          .hasOnlyElementsOfType(Verdict.Accepted.class);
      assertThat(head(ann.id())).isEqualTo(20);
      await().until(() -> events.all().contains(new FeedHealed(ann.id())));
    }
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  @Test
  void whatIsMissingComesAgainToo() {
    fill();
    temp.change("DELETE FROM messages" + of(ann.id(), 1));
    temp.change("DELETE FROM messages" + of(ann.id(), 9));
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(head(ann.id())).isZero();
    store(ann);
    assertThat(head(ann.id())).isEqualTo(20);
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  @Test
  void damageOfOursIsNotTakenForAFork() {
    fill();
    temp.change("UPDATE messages SET id = zeroblob(32)" + of(ann.id(), 20));
    reopen();
    ann.post("one more");
    assertThat(temp.ingest(ann.values().subList(20, 21), TempFeeds.IMPORT))
        .hasOnlyElementsOfType(Verdict.Unstored.class);
    assertThat(TempFeeds.forkProof(feeds, ann.id())).isEmpty();
    store(ann);
    assertThat(head(ann.id())).isEqualTo(21);
  }

  @Test
  void ourOwnDamagedFeedHoldsPublishingUntilItIsBack() throws PublishRefused {
    for (int i = 1; i <= 5; i++) {
      feeds.publisher().publish(Post.root("ann " + i).toJson());
    }
    FeedId self = feeds.identity().id();
    List<byte[]> exported =
        feeds.log().range(self, Sequence.FIRST, 5).stream().map(m -> m.wire()).toList();
    feeds.gate().release(new Sequence(5));
    damage(self, 3);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.DAMAGED));
    reopen();
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.DAMAGED));
    temp.ingest(exported, TempFeeds.IMPORT);
    assertThat(feeds.gate().state()).isEqualTo(new Open());
    assertThat(feeds.publisher().publish(Post.root("six").toJson()).sequence().value())
        .isEqualTo(6);
  }
}
