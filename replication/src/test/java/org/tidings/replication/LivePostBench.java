package org.tidings.replication;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;

/// How long a post takes from the moment somebody publishes it until a friend has stored it, both
/// durably, over loopback; beside it what the disk takes to write and force one page.
class LivePostBench {
  private static final int WARM_UP = 300;
  private static final int POSTS = 1_000;

  @TempDir private Path folder;

  @Test
  void livePost() throws Exception {
    try (TestPeer author = TestPeer.start(folder.resolve("author"));
        TestPeer friend = TestPeer.start(folder.resolve("friend"))) {
      friend.feeds().publisher().publish(Contact.follow(author.id()).toJson());
      friend.connect(author.address());
      var arrived = new LinkedBlockingQueue<Long>();
      try (Subscription watching =
          friend.feeds().events().subscribe(event -> note(event, author, arrived))) {
        long[] published = new long[POSTS];
        long[] stored = new long[POSTS];
        for (int i = -WARM_UP; i < POSTS; i++) {
          long start = System.nanoTime();
          author.feeds().publisher().publish(post(i));
          long done = System.nanoTime();
          Long there = arrived.poll(10, TimeUnit.SECONDS);
          if (there == null) {
            throw new IllegalStateException("post " + i + " did not arrive " + watching);
          }
          if (i >= 0) {
            published[i] = done - start;
            stored[i] = there - start;
          }
        }
        print("publish to stored at the friend", stored);
        print("of it, publish alone", published);
      }
    }
    print("write and force 4 KiB", forces());
  }

  private static void note(FeedEvent event, TestPeer author, LinkedBlockingQueue<Long> arrived) {
    if (event instanceof FeedEvent.MessagesAppended appended
        && appended.messages().stream().anyMatch(m -> m.author().equals(author.id()))) {
      arrived.add(System.nanoTime());
    }
  }

  private static JsonObject post(int number) {
    return JsonObject.builder().put("type", "post").put("text", "live post " + number).build();
  }

  private long[] forces() throws Exception {
    long[] took = new long[POSTS];
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("forced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < POSTS; i++) {
        long start = System.nanoTime();
        file.write(ByteBuffer.allocate(4_096));
        file.force(false);
        took[i] = System.nanoTime() - start;
      }
    }
    return took;
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%-34s p50 %6.2f ms  p99 %6.2f ms  longest %6.2f ms%n",
        what, nanos[POSTS / 2] / 1e6, nanos[POSTS * 99 / 100] / 1e6, nanos[POSTS - 1] / 1e6);
  }
}
