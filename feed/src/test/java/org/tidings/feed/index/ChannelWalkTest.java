package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

class ChannelWalkTest extends OnFreshFeeds {

  private static final int MANY = 60;

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  @BeforeEach
  void subscribe() throws PublishRefused {
    feeds.publisher().publish(new ChannelSubscription("boats", true).toJson());
    feeds.publisher().publish(new ChannelSubscription("sails", true).toJson());
  }

  private static Message begin(SomeFeed author, String text) {
    return author.write(Post.root(text).toJson());
  }

  private static void answer(SomeFeed author, Message root, String text) {
    author.write(Post.reply(text, root.id(), List.of(root.id())).toJson());
  }

  private List<MessageId> home() {
    List<MessageId> shown = new ArrayList<>();
    TimelineKey after = TimelineKey.TOP;
    List<ThreadSummary> page;
    do {
      page = feeds.timeline().home(TimelineFilter.CHANNELS, after, 2);
      for (ThreadSummary thread : page) {
        shown.add(thread.root());
        after = thread.key();
      }
    } while (!page.isEmpty());
    return shown;
  }

  @Test
  void ofALongThreadOnlyTheLastPostOfEachAuthorIsLookedAt() {
    Message quiet = begin(ann, "#boats");
    Message loud = begin(ann, "#boats and #sails");
    for (int i = 0; i < MANY; i++) {
      answer(ann, loud, "#boats");
      answer(bob, loud, "#sails");
    }
    store(ann, bob);
    assertThat(temp.rows("channel_posts WHERE last = 1"))
        .as("one of each in each channel, and that of the other thread")
        .isEqualTo(1 + 1 + 1 + 1);
    assertThat(home()).containsExactly(loud.id(), quiet.id());
    assertThat(temp.plan(ChannelPosts.LAST.newest, 1, 9, 9, 9, 1, 1))
        .anyMatch(step -> step.contains("channel_activity"))
        .noneMatch(step -> step.contains("B-TREE"));
    assertThat(temp.plan(ChannelPosts.LAST.floor, 1, 9, 9, 9))
        .singleElement()
        .asString()
        .contains("channel_activity");
    assertThat(temp.plan(ChannelWalk.NEWEST_OF_EACH, 9, 9, 1))
        .anyMatch(step -> step.contains("channel_activity"))
        .noneMatch(step -> step.contains("B-TREE"));
    assertThat(temp.plan(ChannelWalk.THREAD, 9, 9, 1, 9, 9, 1))
        .anyMatch(step -> step.contains("channel_threads (root=? AND last=?"));
  }

  @Test
  void aThreadStandsByTheNewestPostOfThoseThatAreShown() {
    Message first = begin(ann, "#boats 1");
    Message second = begin(ann, "#boats 2");
    Message third = begin(ann, "#sails 3");
    for (int i = 0; i < MANY; i++) {
      answer(bob, first, "#boats");
    }
    store(ann, bob);
    assertThat(home()).containsExactly(first.id(), third.id(), second.id());
    feeds.mutes().mute(bob.id());
    assertThat(home()).containsExactly(third.id(), second.id(), first.id());
  }

  @Test
  void threadsAreFoundBehindAllThoseOfTheBlocked() throws PublishRefused {
    Message quiet = begin(ann, "#boats");
    Message second = begin(ann, "#boats and #sails");
    for (int i = 0; i < MANY; i++) {
      begin(bob, "#boats");
    }
    answer(ann, quiet, "#boats");
    store(ann, bob);
    block(bob.id());
    assertThat(home()).containsExactly(quiet.id(), second.id());
  }

  @Test
  void postsAreFoundBehindAllThoseOfTheBlocked() throws PublishRefused {
    for (int i = 0; i < MANY; i++) {
      begin(bob, "#boats " + i);
      if (i % 20 == 0) {
        begin(ann, "#boats " + i);
        feeds.publisher().publish(Post.root("#boats " + i).toJson());
      }
    }
    store(ann, bob);
    block(bob.id());
    List<PostView> all = feeds.channels().posts("boats", TimelineKey.TOP, MANY);
    assertThat(all).hasSize(3 + 3);
    TimelineKey after = all.get(2).times().key();
    assertThat(feeds.channels().posts("boats", TimelineKey.TOP, 3)).isEqualTo(all.subList(0, 3));
    assertThat(feeds.channels().posts("boats", after, 3)).isEqualTo(all.subList(3, 6));
    feeds.mutes().mute(ann.id());
    assertThat(feeds.channels().posts("boats", TimelineKey.TOP, 3)).isEqualTo(all.subList(0, 3));
    assertThat(feeds.channels().posts("boats", after, 3)).isEmpty();
  }

  @Test
  void ofTheBlockedOnlyAPartIsLookedAt() {
    for (ChannelPosts posts : List.of(ChannelPosts.ALL, ChannelPosts.LAST)) {
      assertThat(temp.plan(posts.newest, 1, 9, 9, 9, 1, 1).getFirst())
          .contains("(shown,arrival)>(?,?) AND (shown,arrival)<(?,?)");
      assertThat(temp.plan(posts.newestOfEach, 1, 9, 9, 9))
          .filteredOn(step -> step.contains("channel_posts_by_feed (channel=? AND feed=? AND"))
          .hasSize(2);
    }
  }
}
