package org.tidings.replication;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.bench.ManyMessages;
import org.tidings.feed.content.Contact;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// How soon a newcomer can read, and has everything, who follows one friend with years of history
/// of many people (`-Dmessages`, `-Dauthors`). Both are in one process, on the same cores.
class NewcomerBench {
  private static final int MESSAGES = Integer.getInteger("messages", 1_000_000);
  private static final int AUTHORS = Integer.getInteger("authors", 2_000);

  /// As many as home shows at first.
  private static final int THREADS = 50;

  /// Among so many of the newest posts are those threads.
  private static final int POSTS = 500;

  private static final int REACH = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @TempDir private Path folder;

  @Test
  void newcomer() throws Exception {
    ManyMessages many = ManyMessages.of(Path.of("target", "bench"), MESSAGES, AUTHORS);
    try (TestPeer friend = TestPeer.start(folder.resolve("friend"));
        TestPeer newcomer = TestPeer.start(folder.resolve("newcomer"))) {
      for (int i = 0; i < AUTHORS; i++) {
        FeedId author = FeedId.of(SomeKeys.of("author " + i).publicKey());
        friend.feeds().publisher().publish(Contact.follow(author).toJson());
      }
      double stored = many.storeIn(friend.feeds());
      long all = friend.feeds().log().count();
      newcomer.feeds().publisher().publish(Contact.follow(friend.id()).toJson());
      long start = System.nanoTime();
      newcomer.connect(friend.address());
      double readable = seconds(start, () -> readable(newcomer) >= THREADS);
      double complete = seconds(start, () -> newcomer.feeds().log().count() > all);
      System.out.printf(
          "%,d messages by %,d authors, which the friend stored at %,.0f /s: %d threads readable"
              + " after %.1f s, all there after %.1f s, %,.0f /s%n",
          MESSAGES, AUTHORS, stored, THREADS, readable, complete, all / complete);
    }
  }

  /// Threads that are here or whose newest posts have come before their history.
  private static long readable(TestPeer newcomer) {
    Stream<MessageId> arriving =
        newcomer.feeds().earlyPosts().newest(REACH, POSTS).stream().map(PostView::thread);
    Stream<MessageId> here =
        newcomer.feeds().timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, THREADS).stream()
            .map(ThreadSummary::root);
    return Stream.concat(arriving, here).distinct().count();
  }

  private static double seconds(long startNanos, BooleanSupplier reached) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(reached::getAsBoolean);
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
