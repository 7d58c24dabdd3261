package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.doctor.Salvage;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;

/// Who has brought a message.
class OriginsTest extends OnFreshFeeds {

  private static final int POSTS = 60;
  private static final int PAGE = 4_096;

  private final SomeFeed ann = SomeFeed.of("ann");
  private final List<Message> written = new ArrayList<>();
  private final FeedId bob = SomeFeed.of("bob").id();
  private final FeedId carol = SomeFeed.of("carol").id();

  /// The first half comes from Bob, all of it once more from Carol, and the last one by file.
  @BeforeEach
  void receive() throws PublishRefused {
    follow(ann.id());
    for (int i = 0; i < POSTS; i++) {
      written.add(ann.post("post " + i));
    }
    temp.ingest(ann.values().subList(0, POSTS / 2), new Origin.FromPeer(bob));
    temp.ingest(ann.values().subList(0, POSTS - 1), new Origin.FromPeer(carol));
    temp.ingest(ann.values().subList(POSTS - 1, POSTS), TempFeeds.IMPORT);
  }

  private Optional<Origin> origin(int sequence) {
    return feeds.log().originOf(written.get(sequence - 1).id());
  }

  private void assertKept() {
    assertThat(origin(1)).contains(new Origin.FromPeer(bob));
    assertThat(origin(POSTS / 2)).contains(new Origin.FromPeer(bob));
    assertThat(origin(POSTS / 2 + 1)).contains(new Origin.FromPeer(carol));
    assertThat(origin(POSTS - 1)).contains(new Origin.FromPeer(carol));
    assertThat(origin(POSTS)).contains(TempFeeds.IMPORT);
  }

  /// Salvages what is on the disk, and opens that.
  private List<String> salvage() {
    List<String> said = new Salvage(temp.folder()).run();
    reopen();
    return said;
  }

  /// Without that page SQL finds no message.
  private void loseRoot() throws IOException {
    long root =
        temp.read(
            tx ->
                tx.one(
                        "SELECT rootpage FROM sqlite_schema WHERE name = 'messages'",
                        row -> row.number(1))
                    .orElseThrow());
    temp.close();
    try (RandomAccessFile file =
        new RandomAccessFile(temp.folder().resolve(Database.FILE).toFile(), "rw")) {
      file.seek((root - 1) * PAGE);
      file.write(new byte[PAGE]);
    }
  }

  @Test
  void whoBroughtItFirstIsKept() {
    assertKept();
    reopen();
    assertKept();
  }

  @Test
  void whatWasWrittenHereWasBroughtByNobody() throws PublishRefused {
    assertThat(feeds.log().originOf(feeds.publisher().publish(Post.root("mine").toJson()).id()))
        .isEmpty();
  }

  @Test
  void whoBringsNothingNewIsNotRemembered() {
    long known = temp.rows("feeds");
    FeedId stranger = SomeFeed.of("stranger").id();
    assertThat(temp.ingest(ann.values().subList(0, 2), new Origin.FromPeer(stranger)))
        .allMatch(Verdict.Duplicate.class::isInstance);
    assertThat(temp.rows("feeds")).isEqualTo(known);
  }

  @Test
  void itIsKeptWhereMessagesComeAgain() {
    TempFeeds.damage(feeds, ann.id(), 3);
    feeds.doctor().repair(Depth.INDEXES, Progress.IGNORED);
    temp.ingest(ann.values().subList(2, 3), TempFeeds.IMPORT);
    assertThat(origin(3)).contains(new Origin.FromPeer(bob));
    assertKept();
  }

  @Test
  void itIsKeptWhereTheFileIsPackedAndIndexesAreBuiltAnew() {
    feeds.storage().compact();
    await().until(() -> !feeds.storage().isPacking());
    temp.change("UPDATE indexes SET version = 0");
    reopen();
    temp.settled();
    assertKept();
  }

  @Test
  void aSalvageCarriesItOver() {
    temp.close();
    assertThat(salvage()).first().asString().contains("none is known to be missing");
    assertKept();
  }

  @Test
  void aSalvageThatReadsPageByPageCarriesItOver() throws IOException {
    loseRoot();
    salvage();
    assertThat(feeds.log().headSequence(ann.id())).isEqualTo(POSTS);
    assertKept();
  }

  @Test
  void aSalvageThatReadsPageByPageTakesRowsFromBeforeItWasKept() throws IOException {
    temp.change("ALTER TABLE messages DROP COLUMN origin");
    temp.change("ALTER TABLE messages ADD COLUMN origin INTEGER DEFAULT NULL");
    loseRoot();
    salvage();
    assertThat(feeds.log().headSequence(ann.id())).isEqualTo(POSTS);
    assertThat(origin(1)).isEmpty();
  }

  @Test
  void aSalvageForgetsWhoIsNotThereAnyMore() {
    temp.change(
        "DELETE FROM feeds WHERE hex(id) = '%s'"
            .formatted(HexFormat.of().withUpperCase().formatHex(bob.bytes())));
    temp.close();
    salvage();
    assertThat(origin(1)).isEmpty();
    assertThat(origin(POSTS - 1)).contains(new Origin.FromPeer(carol));
    assertThat(origin(POSTS)).contains(TempFeeds.IMPORT);
  }

  @Test
  void whateverStandsThereTheMessageIsSound() throws IOException {
    temp.change("UPDATE messages SET origin = 4711 WHERE sequence = 1");
    temp.change("UPDATE messages SET origin = 'odd' WHERE sequence = 2");
    temp.change("UPDATE messages SET origin = -5 WHERE sequence = 3");
    for (int sequence = 1; sequence <= 3; sequence++) {
      assertThat(origin(sequence)).isEmpty();
    }
    assertThat(feeds.log().get(written.get(1).id()).orElseThrow().isSound()).isTrue();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).isSound()).isTrue();
    temp.close();
    assertThat(salvage()).first().asString().contains("none is known to be missing");
    assertThat(feeds.log().headSequence(ann.id())).isEqualTo(POSTS);
  }
}
