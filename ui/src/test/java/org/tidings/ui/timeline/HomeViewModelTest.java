package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

class HomeViewModelTest extends OpenHome {
  @Test
  void postsOfWhomWeFollowAppearAsTheyArrive() {
    HomeViewModel home = open();
    Message hello = mara.post("hello");
    test.receive(mara);
    screen.until(() -> roots(home).equals(List.of(hello.id())));
  }

  @Test
  void weAreAloneUntilWeFollowSomebody() throws PublishRefused {
    publish(Post.root("mine"));
    HomeViewModel home = open();
    screen.until(() -> home.loadedProperty().get());
    assertThat(home.aloneProperty().get()).isFalse();
    publish(Contact.unfollow(mara.id()));
    screen.until(() -> home.aloneProperty().get());
    publish(Contact.follow(mara.id()));
    screen.until(() -> !home.aloneProperty().get());
  }

  @Test
  void aFirstPostIsAwaitedUntilThereIsOne() throws PublishRefused {
    HomeViewModel home = open();
    assertThat(home.awaitsFirstPostProperty().get()).isTrue();
    publish(Post.root("mine"));
    screen.until(() -> !home.awaitsFirstPostProperty().get());
  }

  @Test
  void noFirstPostIsAwaitedWhereNothingCanBePosted() {
    HomeViewModel home = open();
    test.workspace().feeds().gate().keyInUseElsewhere();
    screen.until(() -> !home.awaitsFirstPostProperty().get());
  }

  @Test
  void strangersStayOut() {
    SomeFeed stranger = SomeFeed.of("Stranger");
    stranger.post("buy this");
    mara.post("hello");
    test.receive(stranger, mara);
    HomeViewModel home = open();
    assertThat(home.threads()).hasSize(1);
  }

  @Test
  void newestPostsShowWhileTheirHistoryIsStillArriving() {
    posts(PAGE);
    Message newest = mara.post("newest");
    HomeViewModel home = open();
    test.workspace().feeds().early().take(Map.of(mara.id(), List.of(newest.wire())));
    screen.until(() -> home.arriving().size() == 1);
    assertThat(home.arriving().getFirst().id()).isEqualTo(newest.id());

    test.receive(mara);
    screen.until(() -> home.arriving().isEmpty() && home.threads().size() > 1);
  }

  @Test
  void newestPostsWaitToBeAskedForWhereTheReaderIsFurtherDown() {
    posts(3);
    Message newest = mara.post("newest");
    HomeViewModel home = open();
    atBeginning = false;
    test.workspace().feeds().early().take(Map.of(mara.id(), List.of(newest.wire())));
    screen.until(() -> home.newerProperty().get() == 1);
    assertThat(home.arriving()).isEmpty();
    home.showNewer();
    screen.until(() -> home.arriving().size() == 1 && home.newerProperty().get() == 0);
  }

  @Test
  void whatIsBeingReadStaysWhereItIs() {
    posts(PAGE);
    HomeViewModel home = open();
    MessageId first = home.threads().getFirst().root();
    mara.post("later");
    test.receive(mara);
    screen.until(() -> home.newerProperty().get() == 1);
    assertThat(home.threads().getFirst().root()).isEqualTo(first);
  }

  @Test
  void evenAFewThreadsStayWhereTheyAreOnceTheReaderIsFurtherDown() {
    posts(3);
    HomeViewModel home = open();
    List<MessageId> before = roots(home);
    atBeginning = false;
    posts(2);
    screen.until(() -> home.newerProperty().get() == 2);
    assertThat(roots(home)).isEqualTo(before);
  }

  @Test
  void olderThreadsComeInBelowAFewThatAreRead() throws PublishRefused {
    SomeFeed tom = SomeFeed.of("Tom");
    for (int i = 0; i < 2 * PAGE; i++) {
      tom.write(Post.root("earlier " + i).toJson(), i);
    }
    posts(3);
    HomeViewModel home = open();
    atBeginning = false;
    publish(Contact.follow(tom.id()));
    test.receive(tom);
    screen.until(() -> home.threads().size() > PAGE);
    assertThat(home.newerProperty().get()).isZero();
  }

  @Test
  void whatIsNewerIsTakenInWhenAskedFor() {
    posts(PAGE);
    HomeViewModel home = open();
    Message later = mara.post("later");
    test.receive(mara);
    screen.until(() -> home.newerProperty().get() == 1);
    home.showNewer();
    screen.until(() -> home.newerProperty().get() == 0);
    assertThat(home.threads().getFirst().root()).isEqualTo(later.id());
  }

  @Test
  void ourOwnPostIsShownAtOnce() throws PublishRefused {
    posts(PAGE);
    HomeViewModel home = open();
    Message ours = publish(Post.root("mine"));
    screen.until(() -> home.threads().getFirst().root().equals(ours.id()));
    assertThat(home.newerProperty().get()).isZero();
  }

  @Test
  void ourOwnPostIsShownAtOnceThoughAnothersCameAfterIt() throws PublishRefused {
    posts(PAGE);
    HomeViewModel home = open();
    Message ours = publish(Post.root("mine"));
    Message after = mara.write(Post.root("after").toJson(), (double) test.temp().clock().millis());
    test.receive(mara);
    screen.until(() -> roots(home).contains(ours.id()));
    assertThat(roots(home)).startsWith(after.id(), ours.id());
  }

  @Test
  void likesAppearInPlace() throws PublishRefused {
    posts(PAGE);
    HomeViewModel home = open();
    MessageId third = home.threads().get(2).root();
    publish(Vote.like(third));
    screen.until(() -> home.threads().get(2).opening().orElseThrow().votes().ours() == 1);
  }

  @Test
  void whatWasReadElsewhereIsNotUnreadAnyMoreWhenThePersonComes() {
    posts(3);
    HomeViewModel home = open();
    ThreadSummary last = home.threads().getLast();
    assertThat(last.counts().unread()).isEqualTo(1);
    test.workspace().feeds().readMarks().seen(last.root(), last.key().arrival());
    home.arrive();
    screen.until(() -> home.threads().getLast().counts().unread() == 0);
  }

  @Test
  void aBlockedAuthorLeavesTheList() throws PublishRefused {
    mara.post("hello");
    test.receive(mara);
    HomeViewModel home = open();
    assertThat(home.threads()).hasSize(1);
    publish(Contact.block(mara.id()));
    screen.until(() -> home.threads().isEmpty());
  }
}
