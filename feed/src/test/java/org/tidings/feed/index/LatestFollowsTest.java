package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// Whom those we follow follow of late.
class LatestFollowsTest extends OnFreshFeeds {
  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final FeedId cleo = SomeFeed.of("cleo").id();
  private final FeedId dan = SomeFeed.of("dan").id();

  @BeforeEach
  void follow() throws PublishRefused {
    follow(ann.id());
    follow(bob.id());
  }

  private List<FeedId> whom() {
    return whom(0, false);
  }

  private List<FeedId> whom(long sinceMs, boolean mutual) {
    return feeds.latestFollows().since(sinceMs, mutual, 9).stream()
        .map(follow -> follow.whom().id())
        .toList();
  }

  @Test
  void theLatestComeFirst() {
    ann.follow(cleo);
    bob.post("a second later");
    bob.follow(dan);
    store(bob, ann);

    assertThat(feeds.latestFollows().since(0, false, 9))
        .extracting(follow -> follow.by().id(), follow -> follow.whom().id())
        .containsExactly(tuple(bob.id(), dan), tuple(ann.id(), cleo));
    assertThat(feeds.latestFollows().since(0, false, 1)).hasSize(1);
  }

  @Test
  void oldHistoryIsNoNews() {
    ann.follow(cleo);
    long later = (long) ann.follow(dan).timestamp();
    store(ann);
    assertThat(whom(later, false)).containsExactly(dan);
  }

  @Test
  void whatIsTakenBackIsGone() {
    ann.follow(cleo);
    ann.follow(dan);
    ann.unfollow(cleo);
    store(ann);
    assertThat(whom()).containsExactly(dan);
  }

  @Test
  void ofStrangersAndOfOurselvesItTellsNothing() throws PublishRefused {
    SomeFeed stranger = SomeFeed.of("stranger");
    stranger.follow(cleo);
    ann.follow(feeds.identity().id());
    ann.follow(ann.id());
    store(stranger, ann);
    follow(dan);
    assertThat(whom()).isEmpty();
  }

  @Test
  void theBlockedAndTheMutedAreLeftOut() throws PublishRefused {
    ann.follow(cleo);
    ann.follow(dan);
    store(ann);
    block(cleo);
    assertThat(whom()).containsExactly(dan);
    feeds.mutes().mute(dan);
    assertThat(whom()).isEmpty();
    feeds.mutes().unmute(dan);
    feeds.mutes().mute(ann.id());
    assertThat(whom()).isEmpty();
  }

  @Test
  void friendsAreThoseWhoFollowUsToo() {
    ann.follow(feeds.identity().id());
    ann.follow(cleo);
    bob.follow(dan);
    store(ann, bob);
    assertThat(whom(0, true)).containsExactly(cleo);
  }

  @Test
  void whoFollowsVeryManyDoesNotHideTheOthers() {
    bob.follow(dan);
    store(bob);
    for (int i = 0; i < 310; i++) {
      ann.follow(SomeFeed.of("somebody " + i).id());
    }
    store(ann);
    assertThat(feeds.latestFollows().since(0, false, 400))
        .hasSize(LatestFollows.OF_EACH + 1)
        .last()
        .satisfies(follow -> assertThat(follow.whom().id()).isEqualTo(dan));
  }

  @Test
  void ofEachOnlyTheLatestAreLookedAt() {
    assertThat(temp.plan(LatestFollows.LATEST, 1, 0, 9, 0, 9))
        .filteredOn(step -> step.contains("contacts_in_order (author=?"))
        .hasSize(2);
  }
}
