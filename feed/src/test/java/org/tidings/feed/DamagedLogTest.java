package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.DamageMet;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.PublishingHeld;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.told.Told;

/// The write-ahead log that a crash left is damaged before the next start.
class DamagedLogTest extends OnFreshFeeds {

  /// What only writing needs, so that everything can be read without it.
  private static final String ROOT =
      "SELECT rootpage FROM sqlite_schema WHERE name = 'messages_by_type'";

  private static final int PAGE = 4_096;
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int SOME_BYTE = 1_000;

  private long sound;

  @BeforeEach
  void post() throws PublishRefused {
    publish("first");
    FeedId self = feeds.identity().id();
    feeds.peerMemory().saveClock(self, Map.of(self, 2L));
    temp.settled();
    reopen(); // carries all of it over
    temp.settled();
    sound = Math.max(HEADER, log().toFile().length());
  }

  private Path log() {
    return temp.folder().resolve(Database.FILE + "-wal");
  }

  private Sequence publish(String text) throws PublishRefused {
    return feeds.publisher().publish(Post.root(text).toJson()).sequence();
  }

  private List<StoredMessage> own() {
    return feeds.log().range(feeds.identity().id(), Sequence.FIRST, 99);
  }

  /// Ends as the power does, with the log as it is; nothing but the bytes of the file changes.
  private void crash(byte[] left) throws IOException {
    Path file = temp.folder().resolve(Database.FILE);
    byte[] database = Files.readAllBytes(file);
    temp.close();
    Files.write(file, database);
    Files.write(log(), left);
    reopen();
  }

  private byte[] flipped(long at) throws IOException {
    byte[] bytes = Files.readAllBytes(log());
    bytes[(int) at] ^= 4;
    return bytes;
  }

  private long copies() throws IOException {
    try (Stream<Path> files = Files.list(temp.folder())) {
      return files.filter(file -> file.toString().contains("-wal.damaged-")).count();
    }
  }

  private void crashWithThreePostsBehindDamage() throws IOException, PublishRefused {
    for (String text : List.of("second", "third", "fourth")) {
      publish(text);
    }
    crash(flipped(sound + FRAME_HEADER + SOME_BYTE));
  }

  @Test
  void postsOfOursBehindItHoldPublishingAndTheDamageIsToldAndKept() throws Exception {
    crashWithThreePostsBehindDamage();
    assertThat(own()).hasSize(1);
    assertThat(feeds.peerMemory().clockOf(feeds.identity().id())).isEmpty();
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.COPIED));
    assertThatThrownBy(() -> publish("another second")).isInstanceOf(PublishingHeld.class);
    assertThat(feeds.doctor().met()).containsExactly(Told.of(DamageMet.LOG));
    assertThat(feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage())
        .singleElement()
        .isInstanceOf(Finding.ShortOwnFeed.class);
    assertThat(copies()).isEqualTo(1);
  }

  @Test
  void itIsAllTheSameWhereTheBeginningOfTheLogIsDamaged() throws Exception {
    publish("second");
    publish("third");
    crash(flipped(20));
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.COPIED));
    assertThat(copies()).isEqualTo(1);
  }

  @Test
  void whatIsLostCanComeBackFromElsewhere() throws Exception {
    publish("second");
    publish("third");
    List<byte[]> values = own().stream().map(StoredMessage::wire).toList();
    crash(flipped(sound + FRAME_HEADER + SOME_BYTE));
    temp.ingest(values, TempFeeds.IMPORT);
    assertThat(feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage()).isEmpty();
    feeds.gate().override();
    assertThat(publish("fourth").value()).isEqualTo(4);
  }

  @Test
  void itIsToldOnceAndHeldUntilThePersonGoesOn() throws Exception {
    crashWithThreePostsBehindDamage();
    crash(Files.readAllBytes(log()));
    assertThat(copies()).isEqualTo(1);
    assertThat(feeds.doctor().met()).isEmpty();
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.COPIED));
    feeds.gate().override();
    assertThat(publish("another second").value()).isEqualTo(2);
  }

  @Test
  void aMendedFileLacksTheSamePostsAndHoldsPublishing() throws Exception {
    publish("second");
    publish("third");
    Path file = temp.folder().resolve(Database.FILE);
    byte[] database = Files.readAllBytes(file);
    byte[] left = flipped(HEADER + FRAME_HEADER + SOME_BYTE);
    temp.close();
    int page = Database.inspect(file, tx -> tx.one(ROOT, row -> row.integer(1))).orElseThrow();
    Arrays.fill(database, (page - 1) * PAGE, page * PAGE, (byte) 0);
    Files.write(file, database);
    Files.write(log(), left);
    new ClosedFeeds(
            FeedsSettings.of(temp.folder(), temp.folder().resolveSibling("state")),
            temp.clock(),
            new SecureRandom())
        .repair(Depth.MESSAGES, Progress.IGNORED);
    reopen();
    assertThat(own()).hasSize(1);
    assertThat(feeds.gate().state()).isEqualTo(new Held(Reason.RESTORED));
  }

  @Test
  void whatOthersWroteHoldsNoPublishing() throws Exception {
    for (String name : List.of("ann", "bob", "cleo")) {
      SomeFeed author = SomeFeed.of(name);
      author.post("hello");
      store(author);
    }
    crash(flipped(sound + FRAME_HEADER + SOME_BYTE));
    assertThat(feeds.log().count()).isEqualTo(1);
    assertThat(feeds.doctor().met()).containsExactly(Told.of(DamageMet.LOG));
    assertThat(feeds.gate().state()).isEqualTo(new Open());
    assertThat(publish("second").value()).isEqualTo(2);
  }

  @Test
  void anEndThatWasBeingWrittenIsNoDamage() throws Exception {
    publish("second");
    byte[] bytes = Files.readAllBytes(log());
    crash(Arrays.copyOf(bytes, bytes.length - SOME_BYTE));
    assertThat(copies()).isZero();
    assertThat(feeds.doctor().met()).isEmpty();
    assertThat(feeds.gate().state()).isEqualTo(new Open());
  }
}
