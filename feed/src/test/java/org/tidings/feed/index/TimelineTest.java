package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

class TimelineTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final SomeFeed cleo = SomeFeed.of("cleo");

  private List<ThreadSummary> home(TimelineFilter filter) {
    return feeds.timeline().home(filter, TimelineKey.TOP, 100);
  }

  private static List<String> texts(List<PostView> posts) {
    return posts.stream().map(post -> post.post().text()).toList();
  }

  @Nested
  class Home {

    @Test
    void holdsOnlyFeedsWithinTheHopsAskedFor() throws PublishRefused {
      follow(ann.id());
      ann.follow(bob.id());
      MessageId near = ann.post("near").id();
      MessageId far = bob.post("far").id();
      MessageId stranger = cleo.post("stranger").id();
      store(ann, bob, cleo);
      assertThat(home(TimelineFilter.FOLLOWING))
          .extracting(ThreadSummary::root)
          .containsExactly(near);
      assertThat(home(TimelineFilter.IN_REACH))
          .extracting(ThreadSummary::root)
          .containsExactlyInAnyOrder(near, far);
      assertThat(home(TimelineFilter.EVERYBODY))
          .extracting(ThreadSummary::root)
          .containsExactlyInAnyOrder(near, far, stranger);
    }

    @Test
    void holdsTheNearHoweverMuchIsWrittenByOthers() throws PublishRefused {
      follow(ann.id());
      follow(cleo.id());
      List<Message> roots = Stream.of("r0", "r1", "r2", "r3", "r4").map(ann::post).toList();
      for (int i = 0; i < 25; i++) {
        cleo.reply("again", roots.get(1).id(), roots.get(1).id());
      }
      cleo.reply("last", roots.get(3).id(), roots.get(3).id());
      for (int i = 0; i < 1_200; i++) {
        bob.reply("loud", roots.get(2).id(), roots.get(2).id());
      }
      store(ann, cleo, bob);
      List<MessageId> shown = new ArrayList<>();
      List<ThreadSummary> page =
          feeds.timeline().home(TimelineFilter.FOLLOWING, TimelineKey.TOP, 2);
      while (!page.isEmpty()) {
        page.forEach(thread -> shown.add(thread.root()));
        page = feeds.timeline().home(TimelineFilter.FOLLOWING, page.getLast().key(), 2);
      }
      assertThat(shown).containsExactly(ids(roots, 3, 1, 4, 2, 0));
      assertThat(roots(TimelineFilter.FOLLOWING)).isEqualTo(shown);
    }

    @Test
    void canBeNarrowedToFriendsOrFollowedOrWidenedToTheReach() throws PublishRefused {
      follow(ann.id());
      follow(bob.id());
      ann.follow(feeds.identity().id());
      ann.follow(cleo.id());
      SomeFeed stranger = SomeFeed.of("stranger");
      MessageId friend = ann.post("friend").id();
      MessageId followed = bob.post("followed").id();
      MessageId far = cleo.post("far").id();
      MessageId strange = stranger.post("strange").id();
      store(ann, bob, cleo, stranger);
      assertThat(roots(TimelineFilter.FRIENDS)).containsExactlyInAnyOrder(friend);
      assertThat(roots(TimelineFilter.FOLLOWING)).containsExactlyInAnyOrder(friend, followed);
      assertThat(roots(TimelineFilter.IN_REACH)).containsExactlyInAnyOrder(friend, followed, far);
      assertThat(roots(TimelineFilter.EVERYBODY))
          .containsExactlyInAnyOrder(friend, followed, far, strange);
    }

    @Test
    void canBeNarrowedToTheChannelsWeSubscribeTo() throws PublishRefused {
      feeds.publisher().publish(new ChannelSubscription("boats", true).toJson());
      feeds.publisher().publish(new ChannelSubscription("tea", true).toJson());
      feeds.publisher().publish(new ChannelSubscription("tea", false).toJson());
      feeds.publisher().publish(new ChannelSubscription("sails", true).toJson());
      List<Message> threads =
          Stream.of("#boats 0", "#tea 1", "#sails 2", "#boats and #sails 3", "4", "#boats 5")
              .map(text -> ann.write(Post.root(text).toJson()))
              .toList();
      answer(threads.get(0), "#sails too");
      answer(threads.get(2), "no more of it");
      answer(threads.get(4), "that is #boats");
      feeds.mutes().mute(threads.get(5).id());
      store(ann, bob);
      assertThat(pagesOfOne(TimelineFilter.CHANNELS)).containsExactly(ids(threads, 3, 4, 2, 0));
      feeds.mutes().mute(bob.id());
      assertThat(pagesOfOne(TimelineFilter.CHANNELS)).containsExactly(ids(threads, 3, 2, 0));
    }

    private void answer(Message root, String text) {
      bob.write(Post.reply(text, root.id(), List.of(root.id())).toJson());
    }

    private static MessageId[] ids(List<Message> messages, int... which) {
      return IntStream.of(which).mapToObj(i -> messages.get(i).id()).toArray(MessageId[]::new);
    }

    private List<MessageId> pagesOfOne(TimelineFilter filter) {
      List<MessageId> shown = new ArrayList<>();
      List<ThreadSummary> page = feeds.timeline().home(filter, TimelineKey.TOP, 1);
      while (!page.isEmpty()) {
        shown.add(page.getFirst().root());
        page = feeds.timeline().home(filter, page.getFirst().key(), 1);
      }
      return shown;
    }

    private List<MessageId> roots(TimelineFilter filter) {
      return feeds.timeline().home(filter, TimelineKey.TOP, 100).stream()
          .map(ThreadSummary::root)
          .toList();
    }

    @Test
    void putsTheThreadWithTheLatestPostFirst() {
      Message older = ann.post("older");
      Message newer = ann.post("newer");
      ann.reply("up again", older.id(), older.id());
      store(ann);
      assertThat(home(TimelineFilter.EVERYBODY))
          .extracting(ThreadSummary::root)
          .containsExactly(older.id(), newer.id());
    }

    @Test
    void doesNotLetTheFutureStayOnTop() {
      SomeFeed liar = SomeFeed.of("liar");
      Message future = liar.write(liar.post("x").content().asObject().orElseThrow(), 9e15);
      store(liar);
      temp.clock().advance(Duration.ofMinutes(1));
      Message honest =
          ann.write(
              future.content().asObject().orElseThrow(), (double) temp.clock().millis() - 1_000);
      store(ann);
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().root()).isEqualTo(honest.id());
    }

    @Test
    void rollsUpTheNewestRepliesAndCountsThemAll() {
      Message root = ann.post("root");
      for (String text : List.of("one", "two", "three", "four")) {
        ann.reply(text, root.id(), root.id());
      }
      store(ann);
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(thread.opening().orElseThrow().post().text()).isEqualTo("root");
      assertThat(texts(thread.newest())).containsExactly("three", "four");
      assertThat(thread.counts().replies()).isEqualTo(4);
    }

    @Test
    void countsOfALongThreadOnlyTheNewest() {
      Message root = ann.post("root");
      SomeFeed loud = SomeFeed.of("loud");
      int counted = 2 + ThreadSummary.MANY;
      for (int i = 0; i < counted; i++) {
        loud.reply("again", root.id(), root.id());
      }
      store(ann, loud);
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts())
          .isEqualTo(new ThreadSummary.Counts(counted, counted + 1, false));
      for (int i = 0; i < 9; i++) {
        loud.reply("and again", root.id(), root.id());
      }
      store(loud);
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(thread.counts())
          .isEqualTo(new ThreadSummary.Counts(counted + 2, counted + 2, true));
      assertThat(texts(thread.newest())).containsExactly("and again", "and again");
    }

    @Test
    void showsAThreadWhoseRootIsMissing() {
      MessageId elsewhere = bob.post("not here").id();
      ann.reply("I disagree", elsewhere, elsewhere);
      store(ann);
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(thread.root()).isEqualTo(elsewhere);
      assertThat(thread.opening()).isEmpty();
      assertThat(texts(thread.newest())).containsExactly("I disagree");
      store(bob);
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().opening()).isPresent();
    }

    @Test
    void givesEveryThreadOnceOverItsPages() {
      for (int i = 0; i < 10; i++) {
        Message root = ann.post("root " + i);
        bob.reply("reply", root.id(), root.id());
      }
      store(ann, bob);
      List<ThreadSummary> first =
          feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 6);
      List<ThreadSummary> rest =
          feeds.timeline().home(TimelineFilter.EVERYBODY, first.getLast().key(), 6);
      assertThat(first).hasSize(6);
      assertThat(rest).hasSize(4);
      assertThat(rest).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void votesAgainstAreCountedOursAmongThem() throws PublishRefused {
    Message root = ann.post("root");
    bob.vote(root.id(), -1);
    store(ann, bob);
    feeds.publisher().publish(new Vote(root.id(), -1, Optional.empty()).toJson());
    assertThat(home(TimelineFilter.EVERYBODY).getFirst().opening().orElseThrow().votes())
        .isEqualTo(new Votes(0, 2, -1));
  }

  @Nested
  class TheBlocked {

    @Test
    void areLeftOutAtOnceAndComeBackWhenUnblocked() throws PublishRefused {
      Message root = ann.post("root");
      bob.reply("rude", root.id(), root.id());
      bob.post("rude again");
      store(ann, bob);
      block(bob.id());
      assertThat(home(TimelineFilter.EVERYBODY))
          .extracting(ThreadSummary::root)
          .containsExactly(root.id());
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts().replies()).isZero();
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().newest()).isEmpty();
      assertThat(feeds.timeline().by(bob.id(), TimelineKey.TOP, 10)).isEmpty();
      feeds.publisher().publish(Contact.unfollow(bob.id()).toJson());
      assertThat(home(TimelineFilter.EVERYBODY)).hasSize(2);
    }

    @Test
    void doNotOpenTheThreadsOfOthers() throws PublishRefused {
      Message root = bob.post("rude root");
      ann.reply("please stay polite", root.id(), root.id());
      store(ann, bob);
      block(bob.id());
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(thread.opening()).isEmpty();
      assertThat(texts(thread.newest())).containsExactly("please stay polite");
    }

    @Test
    void doNotVote() throws PublishRefused {
      Message root = ann.post("root");
      bob.vote(root.id(), -1);
      cleo.vote(root.id(), 1);
      store(ann, bob, cleo);
      block(bob.id());
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().opening().orElseThrow().votes())
          .isEqualTo(new Votes(1, 0, 0, List.of(new Reaction("", 1, false))));
    }

    @Test
    void areHiddenInThreadsAndCounted() throws PublishRefused {
      Message root = ann.post("root");
      bob.reply("rude", root.id(), root.id());
      store(ann, bob);
      block(bob.id());
      ThreadView thread = feeds.threads().of(root.id()).orElseThrow();
      assertThat(texts(thread.posts())).containsExactly("root");
      assertThat(thread.hidden()).isEqualTo(1);
      assertThat(thread.heads()).containsExactly(root.id());
    }
  }

  @Nested
  class TheMuted {

    private Message root;

    @BeforeEach
    void talk() {
      root = ann.post("root");
      bob.reply("tiresome", root.id(), root.id());
      store(ann, bob);
    }

    @Test
    void areNotAmongTheNewestRepliesNorCounted() {
      feeds.mutes().mute(bob.id());
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(thread.newest()).isEmpty();
      assertThat(thread.counts()).isEqualTo(new ThreadSummary.Counts(0, 1));
      feeds.mutes().unmute(bob.id());
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts())
          .isEqualTo(new ThreadSummary.Counts(1, 2));
    }

    @Test
    void leaveTheRepliesOfOthersShownHoweverMuchTheyWrote() {
      ann.reply("before", root.id(), root.id());
      for (int i = 0; i < 40; i++) {
        bob.reply("again and again", root.id(), root.id());
      }
      store(ann, bob);
      feeds.mutes().mute(bob.id());
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(texts(thread.newest())).containsExactly("before");
      assertThat(thread.counts()).isEqualTo(new ThreadSummary.Counts(1, 2));
    }

    @Test
    void doNotOpenTheThreadsOfOthers() {
      feeds.mutes().mute(ann.id());
      ThreadSummary thread = home(TimelineFilter.EVERYBODY).getFirst();
      assertThat(thread.root()).isEqualTo(root.id());
      assertThat(thread.opening()).isEmpty();
      assertThat(texts(thread.newest())).containsExactly("tiresome");
      assertThat(thread.counts().replies()).isEqualTo(1);
    }
  }

  @Nested
  class ReadingOn {

    @Test
    void whatCameAfterTheMarkIsUnreadUnlessItIsOurs() throws PublishRefused {
      Message root = ann.post("root");
      store(ann);
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts().unread()).isEqualTo(1);
      long read = home(TimelineFilter.EVERYBODY).getFirst().key().arrival();
      feeds.readMarks().seen(root.id(), read);
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts().unread()).isZero();
      bob.reply("new", root.id(), root.id());
      store(bob);
      feeds.publisher().publish(Post.reply("ours", root.id(), List.of(root.id())).toJson());
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts().unread()).isEqualTo(1);
      feeds.readMarks().seen(root.id(), 1);
      reopen();
      feeds = temp.feeds();
      assertThat(home(TimelineFilter.EVERYBODY).getFirst().counts().unread())
          .as("marks never move backwards")
          .isEqualTo(1);
    }
  }

  @Test
  void anAuthorsPostsComeNewestFirstPageByPage() {
    for (int i = 1; i <= 5; i++) {
      ann.post("post " + i);
      ann.name(ann.id(), "Ann " + i);
    }
    store(ann);
    List<PostView> first = feeds.timeline().by(ann.id(), TimelineKey.TOP, 3);
    assertThat(first)
        .extracting(post -> post.post().text())
        .containsExactly("post 5", "post 4", "post 3");
    assertThat(feeds.timeline().by(ann.id(), first.getLast().times().key(), 3))
        .extracting(post -> post.post().text())
        .containsExactly("post 2", "post 1");
    assertThat(first.getFirst().by().name()).isEqualTo("Ann 5");
  }
}
