package org.tidings.feed.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;
import org.tidings.feed.store.Work;

/// Looks through messages and notes as far as they can be read, in as many reads as it takes.
/// Confined to one thread.
final class Contents {

  private static final int SLICE = 1_000;

  /// More than lie on a page.
  private static final int FEW = 200;

  private static final int STEP = 50;

  private final Reads reads;
  private final Function<FeedId, String> names;
  private final LogCheck log = new LogCheck(0);
  private final List<Finding> damage = new ArrayList<>();

  /// The first and the last number of messages in a row that cannot be read.
  private final NavigableMap<Long, Long> unread = new TreeMap<>();

  private int passed;

  /// Where they are read from.
  @FunctionalInterface
  interface Reads {
    <T> T read(Work<T> work);
  }

  /// @param names what feeds are called
  Contents(Reads reads, Function<FeedId, String> names) {
    this.reads = reads;
    this.names = names;
  }

  /// What is damaged of them.
  List<Finding> look(Progress progress) {
    asFarAsPossible(() -> messages(progress));
    asFarAsPossible(this::feeds);
    asFarAsPossible(() -> damage.addAll(reads.read(NotesCheck::of)));
    return damage;
  }

  /// How many messages were looked at.
  long messages() {
    return log.messages();
  }

  private void asFarAsPossible(Runnable look) {
    try {
      look.run();
    } catch (StoreException failure) {
      note(failure);
    }
  }

  private void note(StoreException failure) {
    if (failure.kind() != Kind.DAMAGED) {
      throw failure;
    }
    if (!damage.contains(new Finding.BrokenFile())) {
      damage.add(new Finding.BrokenFile());
    }
  }

  private void messages(Progress progress) {
    long last = last();
    long total = count(last);
    boolean isMore = true;
    while (isMore) {
      isMore = next(last);
      progress.at(log.messages(), total);
    }
    unread.forEach(
        (from, to) ->
            asFarAsPossible(
                () ->
                    reads.read(
                        tx -> {
                          log.blameUnread(tx, from, to);
                          return true;
                        })));
    reads.read(
        tx -> {
          log.holes(tx);
          return true;
        });
    progress.at(log.messages(), log.messages());
  }

  /// The number of the last message. Only where it cannot be read SQLite's note of it is believed.
  private long last() {
    try {
      return number("SELECT max(arrival) FROM messages");
    } catch (StoreException failure) {
      note(failure);
      return number("SELECT seq FROM sqlite_sequence WHERE name = 'messages'");
    }
  }

  /// How many messages there are, or may be.
  private long count(long otherwise) {
    try {
      return number("SELECT count(*) FROM messages");
    } catch (StoreException failure) {
      note(failure);
      return otherwise;
    }
  }

  private long number(String question) {
    return reads.read(tx -> tx.one(question, row -> row.number(1)).orElse(0L));
  }

  /// Looks at the next messages. Behind one that cannot be read it goes on, and where many cannot
  /// be, in longer steps.
  private boolean next(long last) {
    try {
      return reads.read(tx -> log.next(tx, SLICE));
    } catch (StoreException failure) {
      note(failure);
    }
    long from = log.last() + 1;
    passed = unread.isEmpty() || unread.lastEntry().getValue() + 1 < from ? 0 : passed + 1;
    log.pass(passed < FEW ? 1 : STEP);
    unread.put(passed == 0 ? from : unread.lastKey(), log.last());
    return log.last() < last;
  }

  private void feeds() {
    if (log.strays() > 0) {
      damage.add(new Finding.StrayMessages(log.strays()));
    }
    Map<FeedId, Long> broken = new LinkedHashMap<>();
    Map<FeedId, Long> awaited = new LinkedHashMap<>();
    reads.read(
        tx -> {
          log.sound()
              .forEach(
                  (feed, end) ->
                      (isAwaited(tx, feed, end) ? awaited : broken).put(idOf(tx, feed), end));
          return true;
        });
    if (!broken.isEmpty()) {
      damage.add(new Finding.BrokenFeeds(broken, namesOf(broken)));
    }
    if (!awaited.isEmpty()) {
      damage.add(new Finding.AwaitedFeeds(awaited, namesOf(awaited)));
    }
  }

  private List<String> namesOf(Map<FeedId, Long> feeds) {
    return feeds.keySet().stream().map(names).sorted().toList();
  }

  /// Whether the feed is asked for again from there on, or from before. A file from an older
  /// version does not say so of any.
  private static boolean isAwaited(Tx tx, int feed, long sound) {
    return !Wreck.columns(tx, "quarantine").isEmpty()
        && tx.one(
                "SELECT 1 FROM quarantine WHERE feed = ? AND sound <= ?", row -> true, feed, sound)
            .isPresent();
  }

  private static FeedId idOf(Tx tx, int feed) {
    return tx.one(
            "SELECT id FROM feeds WHERE feed = ?", row -> FeedId.of(row.bytes(1)), (long) feed)
        .orElseThrow();
  }
}
