package org.tidings.feed.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tidings.feed.Feeds;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.FeedId;

/// Drops feeds or damages them, and takes them in again, told in lines that [Acknowledged]
/// understands. Confined to one thread.
final class Chores {

  private static final long POLL_NANOS = 1_000_000;
  private static final int MOST_POLLS = 20;

  private final Feeds feeds;
  private final Acts acts;
  private final Consumer<String> tell;
  private final Random random;

  Chores(Feeds feeds, Consumer<String> tell, Random random) {
    this.feeds = feeds;
    this.acts = new Acts(feeds, tell);
    this.tell = tell;
    this.random = random;
  }

  /// @param task `drop` or `mend`
  /// @param values what others have written, feed after feed
  void forEver(String task, List<byte[]> values) throws InterruptedException {
    Map<FeedId, List<byte[]>> others = new LinkedHashMap<>();
    for (byte[] value : values) {
      FeedId author = ((Message) MessageCodec.decode(value)).author();
      others.computeIfAbsent(author, feed -> new ArrayList<>()).add(value);
    }
    for (; ; ) {
      FeedId feed = List.copyOf(others.keySet()).get(random.nextInt(others.size()));
      if (task.equals("drop")) {
        takeInAgain(others);
        drop(feed);
      } else {
        mend(feed, others.get(feed));
      }
    }
  }

  private void takeInAgain(Map<FeedId, List<byte[]>> others) throws InterruptedException {
    for (Map.Entry<FeedId, List<byte[]>> other : others.entrySet()) {
      if (isGone(other.getKey())) {
        tell.accept("back " + other.getKey());
        acts.takeIn(other.getValue());
      }
    }
  }

  private boolean isGone(FeedId feed) {
    return feeds.log().head(feed).isEmpty();
  }

  /// Some of the disk is given back before the next.
  private void drop(FeedId feed) {
    tell.accept("dropping " + feed);
    feeds.storage().drop(feed);
    tell.accept("dropped " + feed);
    while (!isGone(feed)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    tell.accept("gone " + feed);
    feeds.storage().compact();
    LockSupport.parkNanos(random.nextInt(MOST_POLLS) * POLL_NANOS);
  }

  private void mend(FeedId feed, List<byte[]> values) throws InterruptedException {
    TempFeeds.damage(feeds, feed, random.nextInt(values.size()) + 1);
    tell.accept("damaged " + feed);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    acts.takeIn(values);
  }
}
