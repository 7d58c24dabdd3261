package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.message.Message;

class ThreadIndexTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  @Test
  void threadsOfWhichNothingIsLeftTakeNoRoom() {
    Message answered = ann.post("apple");
    Message alone = ann.post("pear");
    bob.reply("plum", answered.id(), answered.id());
    store(ann, bob);
    temp.settled();
    feeds.storage().drop(ann.id());
    await().until(() -> feeds.storage().dropping().isEmpty());
    assertThat(temp.rows("threads")).isEqualTo(1);
    bob.post("takes the number");
    bob.reply("late", alone.id(), alone.id());
    store(bob);
    assertThat(feeds.threads().of(alone.id()).orElseThrow().posts())
        .extracting(post -> post.post().text())
        .containsExactly("late");
  }
}
