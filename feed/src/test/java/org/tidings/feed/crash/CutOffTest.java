package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// A program killed while it cuts off a tail of our own feed has cut off all of it or nothing.
class CutOffTest {

  private static final int ROUNDS = 6;
  private static final int MOST_NANOS = 30_000_000;
  private static final int POSTS = 40;
  private static final int SOUND = 5;

  @TempDir Path parent;

  @Test
  void allOfItOrNothing() throws Exception {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      Path folder = Files.createDirectory(parent.resolve("round" + round));
      damagedTail(folder);
      try (Child program = Child.start(CrashingWriter.class)) {
        program.hear();
        program.tell("cut 0 " + folder);
        program.hear();
        LockSupport.parkNanos(random.nextInt(MOST_NANOS));
        program.kill();
      }
      assertAllOrNothing(folder);
    }
  }

  private static void damagedTail(Path folder) throws PublishRefused {
    try (TempFeeds temp = new TempFeeds(folder)) {
      for (int i = 1; i <= POSTS; i++) {
        temp.feeds().publisher().publish(Post.root("post number " + i).toJson());
      }
      TempFeeds.damage(temp.feeds(), temp.feeds().identity().id(), SOUND + 1);
    }
  }

  private static void assertAllOrNothing(Path folder) {
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.feeds();
      FeedId self = feeds.identity().id();
      boolean isCut = feeds.gate().state().equals(new Open());
      assertThat(feeds.gate().state()).isEqualTo(isCut ? new Open() : new Held(Reason.LOST));
      assertThat(feeds.log().range(self, Sequence.FIRST, POSTS)).hasSize(isCut ? SOUND : POSTS);
      assertThat(feeds.drafts().all()).hasSize(isCut ? 1 : 0);
      await().until(() -> feeds.log().headSequence(self) == SOUND);
    }
  }
}
