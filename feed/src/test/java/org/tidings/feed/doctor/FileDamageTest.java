package org.tidings.feed.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.ClosedFeeds;
import org.tidings.feed.Corpus;
import org.tidings.feed.FakeClock;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.index.IndexDump;
import org.tidings.feed.local.Bookmarks.Bookmark;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.StoreException;

/// One bit flipped, or one page zeroed, anywhere in a store: the doctor notices, nothing wrong
/// leaves, and with what peers send again everything is as it was.
class FileDamageTest {

  private static final int PAGE = 4_096;
  private static final int MESSAGES = 500;
  private static final int ALL = 10_000;
  private static final FeedId OWNER =
      FeedId.parse(Corpus.expected().object("hops").orElseThrow().keys().getFirst()).orElseThrow();

  @TempDir Path folder;
  private Path data;
  private byte[] sound;
  private Map<MessageId, byte[]> messages;
  private Map<String, List<String>> indexes;
  private Map<String, List<String>> notes;
  private final Map<String, Integer> tally = new TreeMap<>();

  @BeforeEach
  void fill() throws IOException {
    data = folder.resolve("data");
    try (TempFeeds temp = TempFeeds.of(Corpus.keys(OWNER), folder)) {
      temp.ingest(values(), TempFeeds.IMPORT);
      Feeds feeds = temp.settled().feeds();
      messages = log(feeds);
      MessageId some = messages.keySet().iterator().next();
      feeds.gate().release(feeds.log().head(OWNER).orElseThrow().sequence());
      feeds.drafts().save("new post", "half a thought");
      feeds.bookmarks().add(new Bookmark(some, 5, "to read"));
      feeds
          .peerMemory()
          .save(
              new PeerRecord(
                  OWNER,
                  "net:ann:8008~shs:ann",
                  "lan",
                  true,
                  new PeerRecord.History(1, Optional.of(5L))));
    }
    indexes = IndexDump.of(data);
    notes = IndexDump.notes(data);
    sound = Files.readAllBytes(file());
  }

  private Path file() {
    return data.resolve(Database.FILE);
  }

  private static List<byte[]> values() {
    return Corpus.values().subList(0, MESSAGES);
  }

  private static Map<MessageId, byte[]> log(Feeds feeds) {
    Map<MessageId, byte[]> log = new HashMap<>();
    feeds.log().oldest(LogFilter.EVERYTHING, 0, ALL).forEach(m -> log.put(m.id(), m.wire()));
    return log;
  }

  @Test
  void fortyDamagesAreNoticedKeptInAndMended() throws IOException {
    damageRepeatedly(40, 1);
  }

  @Test
  @Tag("nightly")
  void twoHundredDamagesAreToo() throws IOException {
    damageRepeatedly(200, 2);
  }

  private void damageRepeatedly(int times, long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < times; round++) {
      boolean isBit = random.nextBoolean();
      int at = random.nextInt(sound.length);
      int bit = random.nextInt(8);
      damage(isBit, at, bit);
      String what =
          isBit
              ? "seed %d, round %d: bit %d of byte %d".formatted(seed, round, bit, at)
              : "seed %d, round %d: page %d".formatted(seed, round, at / PAGE + 1);
      check(what, isBit ? "bit" : "page");
    }
    System.out.println(times + " damages, " + sound.length / PAGE + " pages: " + tally);
  }

  /// In place, so that the file stays the one that the gate knows.
  private void damage(boolean isBit, int at, int bit) throws IOException {
    List<Path> kept;
    try (Stream<Path> files = Files.list(data)) {
      kept = files.filter(file -> file.getFileName().toString().contains("damaged-1")).toList();
    }
    for (Path part : kept) {
      if (part.getFileName().toString().equals(Database.FILE + ".damaged-1")) {
        Files.delete(file());
        Files.move(part, file());
      } else {
        Files.delete(part);
      }
    }
    Files.deleteIfExists(data.resolve(Database.FILE + "-wal"));
    Files.deleteIfExists(data.resolve(Database.FILE + "-shm"));
    byte[] damaged = sound.clone();
    if (isBit) {
      damaged[at] ^= (byte) (1 << bit);
    } else {
      int page = at / PAGE * PAGE;
      Arrays.fill(damaged, page, page + PAGE, (byte) 0);
    }
    Files.write(file(), damaged);
  }

  private ClosedFeeds closed() {
    return new ClosedFeeds(
        FeedsSettings.of(data, folder.resolve("state")), new FakeClock(), new SecureRandom());
  }

  private void check(String what, String kind) {
    Report report = closed().examine(Depth.INDEXES, Progress.IGNORED);
    assertNothingWrongLeaves(what);
    if (report.isSound()) {
      assertUnchanged(what);
      count(kind + " nobody uses");
    } else {
      report.damage().stream().map(Finding::kind).distinct().forEach(k -> count(kind + " in " + k));
      count(kind + " noticed");
      boolean isIndex = report.damage().stream().anyMatch(Finding.BrokenIndex.class::isInstance);
      closed().repair(isIndex ? Depth.INDEXES : Depth.MESSAGES, Progress.IGNORED);
      assertMended(what + " " + report.damage());
    }
  }

  private void count(String what) {
    tally.merge(what, 1, Integer::sum);
  }

  private void assertNothingWrongLeaves(String what) {
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.feeds();
      for (FeedId feed : feeds.log().heads().keySet()) {
        for (StoredMessage message : feeds.log().range(feed, Sequence.FIRST, ALL)) {
          if (feeds.doctor().vouchesFor(message)) {
            assertThat(messages.get(message.id())).as(what).isEqualTo(message.wire());
          }
        }
      }
    } catch (StoreException unreadable) {
      count("store that stops serving");
    }
  }

  private void assertUnchanged(String what) {
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().log().count()).as(what).isEqualTo(messages.size());
      assertSameLog(what, temp.feeds());
    }
    assertThat(IndexDump.of(data)).as(what).isEqualTo(indexes);
    assertThat(IndexDump.notes(data)).as(what).isEqualTo(notes);
  }

  private void assertSameLog(String what, Feeds feeds) {
    Map<MessageId, byte[]> found = log(feeds);
    assertThat(found.keySet()).as(what).isEqualTo(messages.keySet());
    found.forEach((id, wire) -> assertThat(wire).as(what).isEqualTo(messages.get(id)));
  }

  private void assertMended(String what) {
    boolean hasOddTimes;
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.feeds();
      assertThat(feeds.identity().id()).as(what).isEqualTo(OWNER);
      temp.ingest(values(), TempFeeds.IMPORT);
      temp.settled();
      assertThat(feeds.log().damaged()).as(what).isEmpty();
      assertSameLog(what, feeds);
      assertThat(feeds.log().count()).as(what).isEqualTo(messages.size());
      assertThat(feeds.gate().state()).as(what).isNotEqualTo(new Held(Reason.FORKED));
      assertThat(feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage())
          .as(what)
          .isEmpty();
      long arrived = temp.clock().millis();
      hasOddTimes =
          feeds.log().oldest(LogFilter.EVERYTHING, 0, ALL).stream()
              .anyMatch(message -> message.arrival().atMs() != arrived);
    }
    if (hasOddTimes) {
      // Noticed, but nobody else knows when it was: it stays as it is.
      count("time of arrival");
      return;
    }
    try {
      IndexDump.assertSame(IndexDump.of(data), indexes);
    } catch (AssertionError differs) {
      throw new AssertionError(what, differs);
    }
  }
}
