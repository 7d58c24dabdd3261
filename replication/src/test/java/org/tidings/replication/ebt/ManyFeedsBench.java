package org.tidings.replication.ebt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;

/// How long the state of EBT is busy with one event, so that all others wait, when we have twenty
/// thousand feeds and ten peers with the same ones connect, talk and post.
class ManyFeedsBench {
  private static final int FEEDS = 20_000;
  private static final int PEERS = 10;
  private static final int NOTES_IN_ONE = 1_000;
  private static final int POSTS = 2_000;
  private static final int CONTACTS = 50;
  private static final int ROUNDS = 5;

  private final Map<String, List<Long>> took = new LinkedHashMap<>();
  private EbtState state = fresh();
  private long now;

  @Test
  void oneEvent() {
    for (int round = 0; round < ROUNDS; round++) {
      took.clear();
      state = fresh();
      session();
    }
    took.forEach(ManyFeedsBench::print);
  }

  private static EbtState fresh() {
    Map<FeedId, Long> heads = new LinkedHashMap<>();
    for (int i = 0; i < FEEDS; i++) {
      heads.put(feed(i), 100L);
    }
    return new EbtState(feed(0), new VectorClock(heads), reach(FEEDS));
  }

  private static Reach reach(int feeds) {
    Set<FeedId> wanted = new LinkedHashSet<>();
    for (int i = 0; i < feeds; i++) {
      wanted.add(feed(i));
    }
    return new Reach(wanted, Set.of(), peer -> Set.of());
  }

  private void session() {
    for (int peer = 1; peer <= PEERS; peer++) {
      on("opened", new Event.Opened(feed(peer), true, true, VectorClock.EMPTY));
      for (int from = 0; from < FEEDS; from += NOTES_IN_ONE) {
        Map<FeedId, Note> notes = new LinkedHashMap<>();
        for (int i = from; i < from + NOTES_IN_ONE; i++) {
          notes.put(feed(i), new Note(true, true, 100));
        }
        on("a thousand notes heard", new Event.NotesHeard(feed(peer), notes));
      }
      drain(feed(peer));
      on("tick", new Event.Tick());
    }
    for (int contact = 1; contact <= CONTACTS; contact++) {
      on("one more followed", new Event.ReachChanged(reach(FEEDS + contact)));
    }
    for (int post = 1; post <= POSTS; post++) {
      now += 20;
      FeedId author = feed(post % FEEDS);
      on("message heard", new Event.MessageHeard(feed(1 + post % PEERS), author, 101));
      on("message stored", new Event.Appended(author, 101));
      if (post % 50 == 0) {
        on("tick", new Event.Tick());
      }
      for (int peer = 1; peer <= PEERS; peer++) {
        on("next to send", new Event.Writable(feed(peer)));
      }
    }
    for (int peer = 1; peer <= PEERS; peer++) {
      on("closed", new Event.Closed(feed(peer)));
    }
  }

  private void drain(FeedId peer) {
    while (!on("next to send", new Event.Writable(peer)).isEmpty()) {
      now++;
    }
  }

  private List<Action> on(String what, Event event) {
    long start = System.nanoTime();
    List<Action> actions = state.on(event, now);
    took.computeIfAbsent(what, first -> new ArrayList<>()).add(System.nanoTime() - start);
    return actions;
  }

  private static void print(String what, List<Long> all) {
    long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf(
        "%-24s %7d events, median %8.3f ms, p99 %8.3f ms, longest %8.3f ms%n",
        what,
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
