package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.event.FeedEvent.EarlyArrived;
import org.tidings.feed.event.Subscription;

/// Existing peers send the newest messages of a long feed when asked, while its history is coming.
@RequiresNpmPeers
class RecentPostsFirstTest {
  private static final int HISTORY = 6_000;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void newestPostsComeFirstAndGiveWayToTheHistory(Encounter encounter) throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    for (int i = 0; i < HISTORY; i++) {
      carol.post("carol " + i);
    }
    AtomicBoolean early = new AtomicBoolean();
    try (Meeting meeting = encounter.begin(folder).befriend();
        Subscription _ =
            meeting
                .ours
                .feeds()
                .events()
                .subscribe(event -> early.set(early.get() || event instanceof EarlyArrived))) {
      meeting.theyHave(carol.values());
      meeting.theyFollow(carol.id());
      meeting.weFollow(carol.id());
      meeting.connect();
      meeting.awaitOurs(carol.id(), HISTORY);

      assertThat(early).isTrue();
      assertThat(meeting.ours.feeds().earlyPosts().newest(1, 10)).isEmpty();
    }
  }
}
