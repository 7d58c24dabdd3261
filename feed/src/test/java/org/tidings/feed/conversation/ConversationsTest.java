package org.tidings.feed.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;

/// Which private messages stand in which conversation.
class ConversationsTest extends OnPrivateTalk {

  /// The list goes on behind it as if it could be read.
  @Test
  void aConversationShowsWhatWasSaidBeforeWhileItsNewestPostIsDamaged() {
    tell(ann, Post.root("can be read").toJson(), ann.id(), self);
    store(ann);
    tell(bob, Post.root("of another").toJson(), bob.id(), self);
    store(bob);
    tell(ann, Post.root("damaged").toJson(), ann.id(), self);
    tell(ann, Post.root("damaged as well").toJson(), ann.id(), self);
    store(ann);
    TempFeeds.damage(feeds, ann.id(), 2);
    TempFeeds.damage(feeds, ann.id(), 3);
    Conversation first = feeds.conversations().latest(TimelineKey.TOP, 1).getFirst();
    assertThat(first.newest().orElseThrow().post().text()).isEqualTo("can be read");
    assertThat(feeds.conversations().latest(first.key(), 1))
        .singleElement()
        .satisfies(
            next -> assertThat(next.newest().orElseThrow().post().text()).isEqualTo("of another"));
  }

  @Test
  void aConversationOfWhichNothingCanBeReadIsListedAllTheSame() {
    tell(ann, Post.root("damaged").toJson(), ann.id(), self);
    tell(bob, Post.root("can be read").toJson(), bob.id(), self);
    store(ann, bob);
    TempFeeds.damage(feeds, ann.id(), 1);
    List<Conversation> latest = feeds.conversations().latest(TimelineKey.TOP, 2);
    assertThat(latest)
        .extracting(Conversation::otherIds)
        .containsExactlyInAnyOrder(List.of(ann.id()), List.of(bob.id()));
    assertThat(latest)
        .filteredOn(conversation -> conversation.newest().isEmpty())
        .extracting(Conversation::otherIds)
        .containsExactly(List.of(ann.id()));
    assertThat(feeds.conversations().isBegun(List.of(ann.id()))).isTrue();
    assertThat(feeds.conversations().isBegun(List.of(SomeFeed.of("cleo").id()))).isFalse();
  }

  @Test
  void theSamePeopleShareOneConversation() throws PublishRefused {
    tell(ann, Post.root("for you two").toJson(), ann.id(), self, bob.id());
    tell(bob, Post.root("thanks").toJson(), self, bob.id(), ann.id());
    tell(ann, Post.root("for you alone").toJson(), ann.id(), self);
    store(ann, bob);
    say(Post.root("likewise").toJson(), self, ann.id());
    assertThat(latest()).hasSize(2);
    assertThat(texts(ann.id(), bob.id())).containsExactlyInAnyOrder("for you two", "thanks");
    assertThat(texts(ann.id())).containsExactlyInAnyOrder("for you alone", "likewise");
  }

  @Test
  void aPrivateMessageThatNamesNobodyDoesNotLookLikeOneInTheOpen() {
    Message message = seal(ann, JsonWriter.compact(Post.root("psst").toJson()), self);
    store(ann);
    PostView post = feeds.threads().of(message.id()).orElseThrow().posts().getFirst();
    assertThat(post.isPrivate()).isTrue();
    assertThat(post.othersThan(self)).containsExactly(ann.id());
  }

  @Test
  void aPrivatePostDoesNotOpenTheThreadOfThoseWhoAnswerItInTheOpen() {
    Message root = tell(ann, Post.root("psst").toJson(), ann.id(), self);
    bob.reply("I heard you", root.id(), root.id());
    store(ann, bob);
    assertThat(texts(ann.id())).containsExactly("psst");
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10))
        .singleElement()
        .satisfies(
            thread -> {
              assertThat(thread.opening()).isEmpty();
              assertThat(thread.newest()).hasSize(1);
            });
  }

  @Test
  void thoseWhoAnswerAPrivatePostInTheOpenHaveAThreadOfTheirOwn() {
    Message root = tell(ann, Post.root("psst").toJson(), ann.id(), self);
    bob.reply("I heard you", root.id(), root.id());
    store(ann, bob);
    ThreadView open = feeds.threads().inTheOpen(root.id(), 10).orElseThrow();
    assertThat(open.opening()).isEmpty();
    assertThat(open.posts()).extracting(post -> post.post().text()).containsExactly("I heard you");
    assertThat(feeds.threads().of(root.id()).orElseThrow().posts())
        .extracting(post -> post.post().text())
        .containsExactly("psst");
  }

  @Test
  void privatePostsAreNotInTheTimeline() {
    tell(ann, Post.root("hush").toJson(), ann.id(), self);
    store(ann);
    assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10)).isEmpty();
  }

  @Test
  void theBlockedAreNotHeard() throws PublishRefused {
    tell(ann, Post.root("rude").toJson(), ann.id(), self);
    store(ann);
    block(ann.id());
    assertThat(latest()).isEmpty();
    assertThat(texts(ann.id())).isEmpty();
  }

  @Test
  void theListIsMadeFromOnePostOfEachWhoWrites() {
    for (int i = 0; i < 20; i++) {
      tell(ann, Post.root("ann " + i).toJson(), ann.id(), self, bob.id());
      tell(bob, Post.root("bob " + i).toJson(), ann.id(), self, bob.id());
    }
    store(ann, bob);
    assertThat(temp.rows("newest_posts")).isEqualTo(2);
    assertThat(latest())
        .singleElement()
        .satisfies(
            conversation ->
                assertThat(conversation.newest().orElseThrow().post().text())
                    .isIn("ann 19", "bob 19"));
  }

  @Test
  void whatTheOthersSaidLastIsShownWhenOneIsBlocked() throws PublishRefused {
    tell(ann, Post.root("kind").toJson(), ann.id(), self, bob.id());
    store(ann);
    tell(bob, Post.root("rude").toJson(), ann.id(), self, bob.id());
    store(bob);
    block(bob.id());
    assertThat(latest())
        .singleElement()
        .satisfies(
            conversation ->
                assertThat(conversation.newest().orElseThrow().post().text()).isEqualTo("kind"));
  }

  @Test
  void aPrivateBlockOutweighsAPublicFollow() throws PublishRefused {
    follow(ann.id());
    say(Contact.block(ann.id()).toJson(), self);
    assertThat(feeds.graph().hops(ann.id()).isBlocked()).isTrue();
    follow(ann.id());
    assertThat(feeds.graph().hops(ann.id()).isBlocked()).isTrue();
    assertThat(temp.reopen().graph().hops(ann.id()).isBlocked()).isTrue();
  }

  @Test
  void repliesStayInTheirThread() {
    Message root = tell(ann, Post.root("root").toJson(), ann.id(), self);
    Message reply =
        tell(ann, Post.reply("reply", root.id(), List.of(root.id())).toJson(), ann.id(), self);
    store(ann);
    var thread = feeds.threads().of(reply.id()).orElseThrow();
    assertThat(thread.root()).isEqualTo(root.id());
    assertThat(thread.posts())
        .extracting(post -> post.post().text())
        .containsExactly("root", "reply");
    assertThat(thread.posts().getFirst().recipients()).containsExactly(ann.id(), self);
  }
}
