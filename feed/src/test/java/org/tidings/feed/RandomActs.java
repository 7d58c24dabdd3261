package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.index.IndexDump;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// A store with which things are done as they come, good and bad ones, the same for the same seed.
/// Confined to the test's thread.
final class RandomActs implements AutoCloseable {

  private static final int LEAST = 15;
  private static final int SPREAD = 40;
  private static final int ALL = 100_000;

  private final long seed;
  private final Random random;
  private final TempFeeds temp;
  private final RandomPeople people;

  /// How much of each feed was offered since it was last whole.
  private final Map<FeedId, Integer> offered = new HashMap<>();

  private final List<String> acts = new ArrayList<>();

  RandomActs(long seed, Path folder) {
    this.seed = seed;
    random = new Random(seed);
    temp = new TempFeeds(folder);
    people = new RandomPeople(seed, random, self());
  }

  /// Does them.
  void run() {
    int most = LEAST + random.nextInt(SPREAD);
    for (int i = 0; i < most; i++) {
      act(people.somebody());
    }
  }

  private FeedId self() {
    return temp.feeds().identity().id();
  }

  private void act(SomeFeed author) {
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> write(author);
      case 5, 6, 7 -> offer(author);
      case 8, 9 -> publish(author.id());
      case 10 -> drop(author.id());
      case 11 -> rebuild();
      case 12 -> damage(author.id());
      case 13 -> lose(author.id());
      case 14 -> outdate();
      default -> reopen();
    }
  }

  private void write(SomeFeed author) {
    int messages = 1 + random.nextInt(30);
    for (int i = 0; i < messages; i++) {
      people.write(author);
    }
  }

  /// What comes next of a feed, or all of it once more.
  private void offer(SomeFeed author) {
    List<byte[]> all = author.values();
    int from = random.nextInt(3) == 0 ? 0 : offered.getOrDefault(author.id(), 0);
    int to = from + random.nextInt(all.size() - from + 1);
    temp.ingest(all.subList(from, to), TempFeeds.IMPORT);
    offered.merge(author.id(), to, Math::max);
    acts.add("offer");
  }

  private void publish(FeedId other) {
    List<FeedId> readers = List.of(self(), other);
    try {
      people.add(
          random.nextInt(3) == 0
              ? temp.feeds()
                  .publisher()
                  .publishPrivate(Recipients.put(people.content(), readers), readers)
              : temp.feeds().publisher().publish(people.content()));
      acts.add("publish");
    } catch (PublishRefused held) {
      acts.add("held");
    }
  }

  private void drop(FeedId feed) {
    temp.feeds().storage().drop(feed);
    offered.put(feed, 0);
    acts.add("drop");
  }

  private void rebuild() {
    temp.feeds().rebuildIndexes();
    acts.add("rebuild");
  }

  private long head(FeedId feed) {
    return temp.feeds().log().head(feed).map(Head::sequence).map(Sequence::value).orElse(0L);
  }

  private void damage(FeedId feed) {
    long head = head(feed);
    if (head > 0) {
      TempFeeds.damage(temp.feeds(), feed, 1 + random.nextLong(head));
      if (random.nextBoolean()) {
        repair();
      }
      offered.put(feed, 0);
      acts.add("damage");
    }
  }

  private void lose(FeedId feed) {
    long head = head(feed);
    if (head > 1) {
      temp.change(
          ("DELETE FROM messages WHERE sequence = %d"
                  + " AND feed = (SELECT feed FROM feeds WHERE hex(id) = '%s')")
              .formatted(
                  1 + random.nextLong(head - 1),
                  HexFormat.of().withUpperCase().formatHex(feed.bytes())));
      repair();
      offered.put(feed, 0);
      acts.add("lose");
    }
  }

  private void repair() {
    temp.feeds().doctor().repair(Depth.MESSAGES, Progress.IGNORED);
  }

  /// As if another version of the program had been here.
  private void outdate() {
    temp.feeds().close();
    IndexDump.outdate(temp.folder());
    reopen();
    acts.add("outdate");
  }

  private void reopen() {
    temp.reopen();
    acts.add("reopen");
  }

  /// Gives everything back that was lost, and compares what the indexes say with those of a new
  /// store, in that folder, that gets the same in another order.
  void check(Path folder) throws IOException {
    String what = "seed %d: %s".formatted(seed, acts);
    comeToRest(temp);
    repair();
    comeToRest(temp);
    people.all().forEach(author -> temp.ingest(author.values(), TempFeeds.IMPORT));
    comeToRest(temp);
    people
        .all()
        .forEach(
            author -> assertThat(head(author.id())).as(what).isEqualTo(author.values().size()));
    assertThat(temp.feeds().doctor().examine(Depth.INDEXES, Progress.IGNORED).damage())
        .as(what)
        .isEmpty();
    List<byte[]> own =
        temp.feeds().log().range(self(), Sequence.FIRST, ALL).stream()
            .map(StoredMessage::wire)
            .toList();
    temp.feeds().close();
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.copy(temp.folder().resolve("secret"), data.resolve("secret"));
    try (TempFeeds fresh = new TempFeeds(folder)) {
      List<List<byte[]>> feeds = new ArrayList<>(List.of(own));
      people.all().forEach(author -> feeds.add(author.values()));
      Collections.shuffle(feeds, random);
      feeds.forEach(values -> fresh.ingest(values, TempFeeds.IMPORT));
      comeToRest(fresh);
    }
    try {
      IndexDump.assertSame(IndexDump.of(temp.folder()), IndexDump.of(data));
    } catch (AssertionError differs) {
      throw new AssertionError(what, differs);
    }
  }

  /// Until nothing is being dropped, read or built.
  private static void comeToRest(TempFeeds feeds) {
    await().atMost(Duration.ofMinutes(5)).until(() -> !feeds.settled().feeds().storage().isBusy());
  }

  @Override
  public void close() {
    temp.close();
  }
}
