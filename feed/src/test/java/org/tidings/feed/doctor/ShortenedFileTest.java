package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.ClosedFeeds;
import org.tidings.feed.Corpus;
import org.tidings.feed.FakeClock;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.PublishingHeld;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;

/// After a salvage nothing is ever signed in the place of a post of ours that was lost, although
/// none of them had left.
class ShortenedFileTest {

  private static final int PAGE = 4_096;
  private static final int MESSAGES = 300;
  private static final int OWN = 3;
  private static final int TENTHS = 10;
  private static final int MANY = 40;

  @TempDir Path temp;

  private static TempFeeds filled(Path parent) throws PublishRefused {
    TempFeeds filled = new TempFeeds(parent);
    filled.ingest(Corpus.values().subList(0, MESSAGES), TempFeeds.IMPORT);
    for (int i = 1; i <= OWN; i++) {
      filled.feeds().publisher().publish(Post.root("mine " + i).toJson());
    }
    return filled.settled();
  }

  private static ClosedFeeds closed(Path parent) {
    FeedsSettings settings = FeedsSettings.of(parent.resolve("data"), parent.resolve("state"));
    return new ClosedFeeds(settings, new FakeClock(), new SecureRandom());
  }

  private static Report repaired(Path parent) {
    return closed(parent).repair(Depth.MESSAGES, Progress.IGNORED);
  }

  private static int own(Feeds feeds) {
    return feeds.log().range(feeds.identity().id(), Sequence.FIRST, 100).size();
  }

  private static void shorten(Path database, int tenths) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      file.setLength(file.length() / PAGE * tenths / TENTHS * PAGE);
    }
  }

  /// Zeroes the page that this question names.
  private static void lose(Path database, String question) throws IOException {
    long page =
        Database.inspect(database, tx -> tx.one(question, row -> row.number(1))).orElseThrow();
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(PAGE), (page - 1) * PAGE);
    }
  }

  @Test
  void isWholeOrHeldWhateverIsLeftOfTheFile() throws IOException, PublishRefused {
    int losses = 0;
    for (int tenths = 0; tenths < TENTHS; tenths++) {
      Path parent = Files.createDirectory(temp.resolve("left-" + tenths));
      filled(parent).close();
      shorten(parent.resolve("data").resolve(Database.FILE), tenths);
      repaired(parent);
      try (TempFeeds after = new TempFeeds(parent)) {
        losses += assertNothingIsSignedTwice(tenths + " tenths left", after.feeds());
      }
    }
    assertThat(losses).isPositive();
  }

  /// Of nothing a new store is made.
  @Test
  void notesAreCarriedOverOrSaidToBeLost() throws IOException, PublishRefused {
    int losses = 0;
    FeedId ann = SomeFeed.of("ann").id();
    for (int tenths = 1; tenths < TENTHS; tenths++) {
      Path parent = Files.createDirectory(temp.resolve("left-" + tenths));
      TempFeeds before = filled(parent);
      before.feeds().petnames().save(ann, "Annie");
      before.close();
      shorten(parent.resolve("data").resolve(Database.FILE), tenths);
      List<String> done = repaired(parent).done();
      try (TempFeeds after = new TempFeeds(parent)) {
        if (!after.feeds().petnames().all().containsValue("Annie")) {
          losses++;
          assertThat(done).as(tenths + " tenths left").anyMatch(said -> said.contains("petnames"));
        }
      }
    }
    assertThat(losses).isPositive();
  }

  private static int assertNothingIsSignedTwice(String what, Feeds feeds) throws PublishRefused {
    Post post = Post.root("more");
    if (feeds.gate().state() instanceof Open) {
      assertThat(own(feeds)).as(what).isEqualTo(OWN);
      assertThat(feeds.publisher().publish(post.toJson()).sequence().value()).isEqualTo(OWN + 1);
      return 0;
    }
    assertThatThrownBy(() -> feeds.publisher().publish(post.toJson()))
        .as(what)
        .isInstanceOf(PublishingHeld.class);
    if (own(feeds) == 0) {
      assertThat(feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).isSound())
          .as(what)
          .isFalse();
    }
    return OWN - own(feeds);
  }

  @Test
  void tellsWhatIsMissingUntilItIsBack() throws IOException, PublishRefused {
    TempFeeds before = filled(temp);
    FeedId self = before.feeds().identity().id();
    List<byte[]> mine =
        before.feeds().log().range(self, Sequence.FIRST, OWN).stream()
            .map(message -> message.wire())
            .toList();
    before.close();
    loseNewest();
    assertThat(repaired(temp).done())
        .anyMatch(said -> said.startsWith("Known to be missing") && said.contains("your own (3)"));
    try (TempFeeds after = new TempFeeds(temp)) {
      assertThat(after.feeds().doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage())
          .hasAtLeastOneElementOfType(Finding.ShortOwnFeed.class);
      assertNothingIsSignedTwice("lost page", after.feeds());
      after.ingest(mine, TempFeeds.IMPORT);
      assertThat(after.feeds().doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage())
          .doesNotHaveAnyElementsOfTypes(Finding.ShortOwnFeed.class);
    }
  }

  private void loseNewest() throws IOException {
    lose(
        temp.resolve("data").resolve(Database.FILE),
        "SELECT pageno FROM dbstat WHERE name = 'messages' AND pagetype = 'leaf'"
            + " ORDER BY path DESC LIMIT 1");
  }

  @Test
  void whatLiesBehindALostPageIsLookedAtWhereTheNoteOfTheLastMessageIsWrong()
      throws IOException, PublishRefused {
    TempFeeds before = filled(temp);
    before.change("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'messages'");
    before.close();
    lose(
        temp.resolve("data").resolve(Database.FILE),
        "SELECT pageno FROM dbstat WHERE name = 'messages' AND pagetype = 'leaf'"
            + " ORDER BY path LIMIT 1");
    Report report = closed(temp).examine(Depth.MESSAGES, Progress.IGNORED);
    assertThat(report.damage()).isNotEmpty();
    assertThat(report.messages()).isGreaterThan(MESSAGES / 2);
  }

  @Test
  void aMendedFileThatLacksWhatOthersHaveIsNotCalledACopy() throws IOException, PublishRefused {
    TempFeeds before = filled(temp);
    assertThat(before.feeds().gate().release(new Sequence(OWN))).isTrue();
    before.close();
    loseNewest();
    repaired(temp);
    try (TempFeeds after = new TempFeeds(temp)) {
      assertThat(after.feeds().gate().state()).isEqualTo(new Held(Reason.RESTORED));
    }
  }

  @Test
  void whoGoesOnWithoutWhatIsMissingIsToldNoMoreOfIt() throws IOException, PublishRefused {
    filled(temp).close();
    loseNewest();
    repaired(temp);
    try (TempFeeds after = new TempFeeds(temp)) {
      after.feeds().gate().override();
      assertThat(after.feeds().gate().state()).isEqualTo(new Open());
      assertThat(after.feeds().doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage())
          .isEmpty();
    }
  }

  /// What it was copied from may go on.
  @Test
  void aCopyThatWasNeverOpenedIsHeld() throws IOException, PublishRefused {
    filled(temp).close();
    Path file = temp.resolve("data").resolve(Database.FILE);
    Path copy = Files.copy(file, temp.resolve("copy"));
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    lose(file, "SELECT pageno FROM dbstat WHERE name = 'messages_by_type' LIMIT 1");
    assertThat(repaired(temp).done()).anyMatch(said -> said.contains("posting waits"));
    try (TempFeeds after = new TempFeeds(temp)) {
      assertThat(after.feeds().gate().state()).isEqualTo(new Held(Reason.COPIED));
      assertThat(own(after.feeds())).isEqualTo(OWN);
    }
  }

  /// Our own feed, with several pages to itself.
  private List<byte[]> filledWithOurs(String afterwards) throws PublishRefused {
    try (TempFeeds before = new TempFeeds(temp)) {
      for (int i = 1; i <= MANY; i++) {
        before.feeds().publisher().publish(Post.root(i + " " + "x".repeat(700)).toJson());
      }
      FeedId self = before.feeds().identity().id();
      List<byte[]> mine =
          before.feeds().log().range(self, Sequence.FIRST, MANY).stream()
              .map(StoredMessage::wire)
              .toList();
      before.settled().change(afterwards);
      return mine;
    }
  }

  private static List<Long> places(Path database) {
    return Database.inspect(
        database,
        tx -> tx.list("SELECT sequence FROM messages ORDER BY sequence", row -> row.number(1)));
  }

  private void assertWholeAgain(List<byte[]> mine, List<Long> kept) {
    try (TempFeeds after = new TempFeeds(temp)) {
      FeedId self = after.feeds().identity().id();
      for (long sequence = 1; sequence <= MANY; sequence++) {
        if (!kept.contains(sequence)) {
          after.ingest(List.of(mine.get((int) sequence - 1)), TempFeeds.IMPORT);
        }
      }
      assertThat(after.feeds().log().head(self))
          .hasValueSatisfying(head -> assertThat(head.sequence().value()).isEqualTo(MANY));
      assertThat(after.feeds().log().range(self, Sequence.FIRST, MANY))
          .extracting(StoredMessage::wire)
          .containsExactlyElementsOf(mine);
    }
  }

  /// Zeroes the fourth page of the log. Returns how many messages were on it.
  private static int loseSome(Path file) throws IOException {
    String inTheMiddle =
        " FROM dbstat WHERE name = 'messages' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 3";
    int lost =
        Database.inspect(file, tx -> tx.one("SELECT ncell" + inTheMiddle, row -> row.integer(1)))
            .orElseThrow();
    lose(file, "SELECT pageno" + inTheMiddle);
    return lost;
  }

  @Test
  void whoseMessagesLayOnALostPageIsToldAndWhatIsDamagedBehindIt() throws IOException {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    for (int i = 1; i <= MANY; i++) {
      ann.post("x".repeat(700) + i);
      bob.post("y".repeat(700) + i);
    }
    try (TempFeeds before = new TempFeeds(temp)) {
      before.ingest(ann.values(), TempFeeds.IMPORT);
      before.ingest(bob.values(), TempFeeds.IMPORT);
      TempFeeds.damage(before.settled().feeds(), bob.id(), 20);
    }
    int lost = loseSome(temp.resolve("data").resolve(Database.FILE));
    Report report = closed(temp).examine(Depth.MESSAGES, Progress.IGNORED);
    // The first behind them cannot be looked at either: what it follows is gone.
    assertThat(report.messages()).isEqualTo(2 * MANY - lost - 1);
    assertThat(report.damage())
        .filteredOn(Finding.BrokenFeeds.class::isInstance)
        .singleElement()
        .satisfies(
            found ->
                assertThat(((Finding.BrokenFeeds) found).sound())
                    .containsKey(ann.id())
                    .containsEntry(bob.id(), 19L)
                    .hasSize(2));
    assertThat(repaired(temp).done())
        .anyMatch(
            said -> said.startsWith("Known to be missing: %d messages of 2".formatted(lost + 1)));
  }

  /// Nobody else may have it.
  @Test
  void aPostBehindAHoleIsKept() throws IOException, PublishRefused {
    List<byte[]> mine = filledWithOurs("SELECT 1");
    Path file = temp.resolve("data").resolve(Database.FILE);
    int lost = loseSome(file);
    repaired(temp);
    List<Long> kept = places(file);
    assertThat(kept).contains((long) MANY).hasSize(MANY - lost);
    assertWholeAgain(mine, kept);
  }

  @Test
  void soIsTheNewestBehindOne() throws IOException, PublishRefused {
    List<byte[]> mine = filledWithOurs("DELETE FROM messages WHERE sequence = " + (MANY - 1));
    Path file = temp.resolve("data").resolve(Database.FILE);
    lose(file, "SELECT pageno FROM dbstat WHERE name = 'messages_by_type' LIMIT 1");
    new Salvage(temp.resolve("data")).run();
    List<Long> kept = places(file);
    assertThat(kept).contains((long) MANY).hasSize(MANY - 1);
    assertWholeAgain(mine, kept);
  }

  @Test
  void whatIsNotWhatWasSignedIsLeftOutThoughItIsBehindAHole() throws IOException, PublishRefused {
    filledWithOurs("UPDATE messages SET sequence = sequence + 1000 WHERE sequence = " + (MANY - 1));
    Path file = temp.resolve("data").resolve(Database.FILE);
    lose(file, "SELECT pageno FROM dbstat WHERE name = 'messages_by_feed' LIMIT 1");
    repaired(temp);
    assertThat(places(file)).doesNotContain(MANY - 1L + 1_000);
  }

  @Test
  void aFeedOnItsWayOutGoesOnItsWay() throws IOException {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    try (TempFeeds before = new TempFeeds(temp)) {
      before.ingest(ann.values(), TempFeeds.IMPORT);
      before.settled().refuseBuilds();
      before.feeds().rebuildIndexes();
      before.feeds().storage().drop(ann.id());
    }
    lose(
        temp.resolve("data").resolve(Database.FILE),
        "SELECT pageno FROM dbstat WHERE name = 'messages_by_type' LIMIT 1");
    new Salvage(temp.resolve("data")).run();
    try (TempFeeds after = new TempFeeds(temp)) {
      await().until(() -> after.feeds().log().head(ann.id()).isEmpty());
      assertThat(after.feeds().storage().dropping()).isEmpty();
    }
  }

  @Test
  void aDamagedIndexHoldsNobodyUp() throws IOException, PublishRefused {
    filled(temp).close();
    lose(
        temp.resolve("data").resolve(Database.FILE),
        "SELECT pageno FROM dbstat WHERE name = 'messages_by_type' LIMIT 1");
    repaired(temp);
    try (TempFeeds after = new TempFeeds(temp)) {
      assertThat(after.feeds().gate().state()).isEqualTo(new Open());
      assertThat(own(after.feeds())).isEqualTo(OWN);
    }
  }
}
