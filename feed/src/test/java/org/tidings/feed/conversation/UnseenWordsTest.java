package org.tidings.feed.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// What was said in private and waits to be seen.
class UnseenWordsTest extends OnPrivateTalk {

  @Test
  void whatCameLastIsToldWheneverItWasWrittenUntilItIsSeen() throws PublishRefused {
    tell(ann, Post.root("first").toJson(), ann.id(), self);
    store(ann);
    Message ours = say(Post.root("answer").toJson(), self, ann.id());
    tell(ann, Post.root("late").toJson(), ann.id(), self);
    store(ann);
    assertThat(latest().getFirst().newest().orElseThrow().id()).isEqualTo(ours.id());
    List<LatestWord> words = feeds.conversations().unseenAfter(0, 10);
    assertThat(words)
        .singleElement()
        .satisfies(word -> assertThat(word.post().post().text()).isEqualTo("late"))
        .satisfies(word -> assertThat(word.others()).containsExactly(ann.id()));
    TimelineKey late = words.getFirst().post().times().key();
    assertThat(feeds.conversations().unseenAfter(late.arrival(), 10)).isEmpty();
    feeds.seenMarks().seen(feeds.conversations().listOf(List.of(ann.id())), late);
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }

  @Test
  void whatCameLastIsFoundBehindWhatIsSeen() {
    tell(ann, Post.root("to both").toJson(), ann.id(), self, bob.id());
    tell(ann, Post.root("to you").toJson(), ann.id(), self);
    store(ann);
    tell(bob, Post.root("seen").toJson(), bob.id(), self);
    tell(bob, Post.root("to ann and you").toJson(), ann.id(), self, bob.id());
    tell(bob, Post.root("seen, too").toJson(), bob.id(), self);
    store(bob);
    TimelineKey newest = new TimelineKey(Long.MAX_VALUE, feeds.conversations().arrived());
    assertThat(newest.arrival()).isEqualTo(5);
    feeds.seenMarks().seen(feeds.conversations().listOf(List.of(bob.id())), newest);
    assertThat(unseen(1)).containsExactly("to ann and you");
    assertThat(unseen(9)).containsExactly("to ann and you", "to you");
  }

  private List<String> unseen(int limit) {
    return feeds.conversations().unseenAfter(0, limit).stream()
        .map(word -> word.post().post().text())
        .toList();
  }

  /// However many conversations there are.
  @Test
  void whatCameAfterANumberIsFoundByAnIndex() {
    assertThat(temp.plan(Conversations.LATEST_WORDS, 1, 9, 1, 9).getFirst())
        .contains("private_posts_in_order (arrival>? AND arrival<?)");
  }

  @Test
  void staySeenWhenALostOneBeforeThemComesAgain() {
    for (String text : List.of("one", "two", "three")) {
      tell(ann, Post.root(text).toJson(), ann.id(), self);
      bob.post("in between");
      temp.ingest(List.of(ann.values().getLast(), bob.values().getLast()), TempFeeds.IMPORT);
    }
    temp.settled();
    feeds
        .seenMarks()
        .seen(feeds.conversations().listOf(List.of(ann.id())), latest().getFirst().key());
    temp.change("DELETE FROM messages WHERE arrival = 1");
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    store(ann);
    assertThat(texts(ann.id())).containsExactly("three", "two", "one");
    assertThat(latest().getFirst().unread()).isZero();
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }

  @Test
  void unreadPostsAreCountedUntilTheyWereSeen() {
    tell(ann, Post.root("one").toJson(), ann.id(), self);
    tell(ann, Post.root("two").toJson(), ann.id(), self);
    store(ann);
    assertThat(latest().getFirst().unread()).isEqualTo(2);
    feeds
        .seenMarks()
        .seen(feeds.conversations().listOf(List.of(ann.id())), latest().getFirst().key());
    assertThat(latest().getFirst().unread()).isZero();
  }

  @Test
  void whatWasSeenInItsThreadIsNotUnread() {
    Message one = tell(ann, Post.root("one").toJson(), ann.id(), self);
    Message two = tell(ann, Post.root("two").toJson(), ann.id(), self);
    store(ann);
    TimelineKey newest = latest().getFirst().key();
    feeds.seenMarks().seen(Conversations.listOf(two.id()), newest);
    assertThat(latest().getFirst().unread()).isEqualTo(1);
    assertThat(feeds.conversations().unseenAfter(0, 10))
        .extracting(word -> word.post().id())
        .containsExactly(one.id());
    feeds.seenMarks().seen(Conversations.listOf(one.id()), newest);
    assertThat(latest().getFirst().unread()).isZero();
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }

  @Test
  void whatComesLateIsUnreadThoughItWasWrittenBeforeWhatWasSeen() throws PublishRefused {
    Conversations talks = feeds.conversations();
    tell(bob, Post.root("written first").toJson(), ann.id(), self, bob.id());
    ann.post("in the open");
    tell(ann, Post.root("comes first").toJson(), ann.id(), self, bob.id());
    store(ann);
    List<FeedId> others = List.of(ann.id(), bob.id());
    say(Post.root("I see").toJson(), self, ann.id(), bob.id());
    feeds
        .seenMarks()
        .seen(
            talks.listOf(others),
            new TimelineKey(latest().getFirst().key().shownMs(), talks.arrived(others)));
    assertThat(latest().getFirst().unread()).isZero();
    store(bob);
    assertThat(texts(ann.id(), bob.id())).last().isEqualTo("written first");
    assertThat(latest().getFirst().unread()).isEqualTo(1);
  }

  /// However many have been read.
  @Test
  void whatIsUnreadIsFoundByAnIndex() {
    assertThat(temp.plan(Conversations.UNREAD, 1, 1, 1, 9))
        .anyMatch(step -> step.contains("private_posts_by_arrival (conversation=? AND arrival>?)"));
  }

  @Test
  void whatTheMutedSayStandsThereAndIsNotNew() {
    tell(ann, Post.root("one").toJson(), ann.id(), self, bob.id());
    tell(bob, Post.root("two").toJson(), ann.id(), self, bob.id());
    store(ann, bob);
    feeds.mutes().mute(bob.id());
    assertThat(texts(ann.id(), bob.id())).containsExactlyInAnyOrder("one", "two");
    assertThat(latest()).extracting(Conversation::unread).containsExactly(1);
    assertThat(feeds.conversations().unseenAfter(0, 10))
        .extracting(word -> word.post().post().text())
        .containsExactly("one");
    feeds.mutes().mute(ann.id());
    assertThat(latest()).extracting(Conversation::unread).containsExactly(0);
    assertThat(feeds.conversations().unseenAfter(0, 10)).isEmpty();
  }
}
