package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.local.Strangers.Stranger;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

class StrangersTest extends OnFreshFeeds {

  private final FeedId ann = SomeFeed.of("ann").id();
  private final FeedId bob = SomeFeed.of("bob").id();

  @Test
  void whoCalledLastIsFirstOverRestartsToo() {
    call(ann, 1);
    call(bob, 2);
    call(ann, 3);
    reopen();
    assertThat(feeds.strangers().waiting())
        .containsExactly(new Stranger(ann, 3), new Stranger(bob, 2));
  }

  @Test
  void theIgnoredStayIgnoredWhenTheyCallAgain() {
    call(ann, 1);
    feeds.strangers().ignore(ann);
    call(ann, 2);
    reopen();
    assertThat(feeds.strangers().waiting()).isEmpty();
  }

  @Test
  void whomWeFollowOrBlockIsNoStranger() throws PublishRefused {
    call(ann, 1);
    call(bob, 1);
    follow(ann);
    block(bob);
    assertThat(feeds.strangers().waiting()).isEmpty();
    call(ann, 2);
    assertThat(feeds.strangers().waiting()).isEmpty();
  }

  @Test
  void onlyThoseWhoCalledLastAreRememberedAndForgetNobodyWhoIsIgnored() {
    call(ann, 1);
    feeds.strangers().ignore(ann);
    for (int i = 0; i <= Strangers.MOST; i++) {
      call(SomeFeed.of("stranger " + i).id(), 10 + i);
    }
    assertThat(feeds.strangers().waiting()).hasSize(Strangers.MOST);
    assertThat(feeds.strangers().waiting())
        .extracting(Stranger::feed)
        .doesNotContain(SomeFeed.of("stranger 0").id());
    call(ann, 100);
    assertThat(feeds.strangers().waiting()).extracting(Stranger::feed).doesNotContain(ann);
  }

  private void call(FeedId who, long atMs) {
    feeds.strangers().called(who, atMs);
  }
}
