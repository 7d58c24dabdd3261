package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.Post;
import org.tidings.feed.content.Vote;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class HomeViewModelTest {
  private static final int PAGE = 20;

  /// More than are asked for again each time something comes.
  private static final int MANY = 205;

  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private boolean atBeginning = true;

  @BeforeEach
  void followMara(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    publish(Contact.follow(mara.id()));
  }

  @AfterEach
  void close() {
    test.close();
  }

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

  private List<List<FeedId>> followed(HomeViewModel home) {
    return home.follows().stream()
        .map(news -> news.whom().stream().map(Byline::id).toList())
        .toList();
  }

  private static JsonObject contact(FeedId other) {
    return Contact.follow(other).toJson();
  }

  @Test
  void whomThoseWeFollowFollowOfLateIsTold() {
    FeedId ada = SomeFeed.of("Ada").id();
    double now = test.temp().clock().millis();
    mara.write(contact(SomeFeed.of("long known").id()), now - Duration.ofDays(90).toMillis());
    mara.write(contact(ada), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
  }

  @Test
  void newFollowsWaitUntilTheyAreAskedForButGoAtOnce() throws PublishRefused {
    FeedId ada = SomeFeed.of("Ada").id();
    FeedId bo = SomeFeed.of("Bo").id();
    double now = test.temp().clock().millis();
    posts(PAGE);
    mara.write(contact(ada), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
    SomeFeed jonas = SomeFeed.of("Jonas");
    publish(Contact.follow(jonas.id()));
    jonas.write(contact(bo), now);
    test.receive(jonas);
    mara.name(mara.id(), "Mara of the sea");
    test.receive(mara);
    screen.until(() -> home.follows().getFirst().by().getFirst().name().equals("Mara of the sea"));
    assertThat(followed(home)).containsExactly(List.of(ada));
    screen.until(() -> home.newerProperty().get() == 1);
    assertThat(home.newerFollowsProperty().get()).isEqualTo(1);
    home.showNewer();
    screen.until(() -> followed(home).size() == 2 && home.newerProperty().get() == 0);
    publish(Contact.block(bo));
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
  }

  @Test
  void aFollowThatComesLateWaitsAndIsTakenInWhereItBelongs() throws PublishRefused {
    FeedId ada = SomeFeed.of("Ada").id();
    FeedId bo = SomeFeed.of("Bo").id();
    double now = test.temp().clock().millis();
    posts(PAGE);
    mara.write(contact(ada), now);
    test.receive(mara);
    HomeViewModel home = open();
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
    SomeFeed jonas = SomeFeed.of("Jonas");
    publish(Contact.follow(jonas.id()));
    jonas.write(contact(bo), now - Duration.ofDays(1).toMillis());
    test.receive(jonas);
    screen.until(() -> home.newerFollowsProperty().get() == 1);
    assertThat(followed(home)).containsExactly(List.of(ada));
    home.showNewer();
    screen.until(() -> home.newerProperty().get() == 0);
    assertThat(followed(home)).containsExactly(List.of(ada), List.of(bo));
  }

  @Test
  void aNewFollowIsTakenInAtOnceWhereItMovesNothing() {
    FeedId ada = SomeFeed.of("Ada").id();
    posts(3);
    HomeViewModel home = open();
    mara.write(contact(ada), (double) test.temp().clock().millis());
    test.receive(mara);
    screen.until(() -> followed(home).equals(List.of(List.of(ada))));
    assertThat(home.newerProperty().get()).isZero();
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
  void olderThreadsFollowPageByPage() {
    posts(PAGE + 5);
    HomeViewModel home = open();
    assertThat(home.threads()).hasSize(PAGE);
    home.more();
    screen.until(() -> home.threads().size() == PAGE + 5);
    assertThat(roots(home)).doesNotHaveDuplicates();
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

  @Nested
  class OnMoreThanAPage {
    private final SomeFeed tom = SomeFeed.of("Tom");

    @BeforeEach
    void followTom() throws PublishRefused {
      publish(Contact.follow(tom.id()));
    }

    /// What Tom writes from now on is newer than anything Mara writes.
    private void tomWaits() {
      for (int i = 0; i < 2 * PAGE; i++) {
        tom.name(tom.id(), "Tom " + i);
      }
    }

    private HomeViewModel openAll(int count) {
      HomeViewModel home = open();
      screen.until(
          () -> {
            home.more();
            return home.threads().size() == count;
          });
      return home;
    }

    @Test
    void aBlockedAuthorLeavesAndAllOthersStayInOrder() throws PublishRefused {
      Message lowest = tom.post("lowest");
      test.receive(tom);
      posts(PAGE + 5);
      tomWaits();
      tom.post("highest");
      test.receive(tom);
      HomeViewModel home = openAll(PAGE + 7);
      List<MessageId> others = roots(home).subList(1, PAGE + 6);
      assertThat(roots(home)).endsWith(lowest.id());
      publish(Contact.block(tom.id()));
      screen.until(() -> roots(home).equals(others));
    }

    @Test
    void aBlockedAuthorLeavesFromFarDownAndAllOthersStay() throws PublishRefused {
      tom.post("lowest");
      test.receive(tom);
      posts(MANY);
      HomeViewModel home = openAll(MANY + 1);
      List<MessageId> others = roots(home).subList(0, MANY);
      publish(Contact.block(tom.id()));
      screen.until(() -> roots(home).equals(others));
    }

    @Test
    void whatIsRemovedFromHereLeavesFromFarDown() {
      tom.post("lowest");
      test.receive(tom);
      posts(MANY);
      HomeViewModel home = openAll(MANY + 1);
      test.workspace().feeds().storage().drop(tom.id());
      screen.until(() -> home.threads().size() == MANY);
    }

    @Test
    void aBlockedAuthorLeavesFromBelowWhatIsNewer() throws PublishRefused {
      tom.post("lowest");
      test.receive(tom);
      posts(PAGE + 5);
      HomeViewModel home = openAll(PAGE + 6);
      posts(3);
      screen.until(() -> home.newerProperty().get() == 3);
      publish(Contact.block(tom.id()));
      screen.until(() -> home.threads().size() == PAGE + 5);
      assertThat(home.newerProperty().get()).isEqualTo(3);
    }

    @Test
    void whatWasBelowFollowsWhereABlockedAuthorWas() throws PublishRefused {
      posts(PAGE + 4);
      tomWaits();
      tom.post("one");
      test.receive(tom);
      HomeViewModel home = open();
      assertThat(authors(home)).contains(tom.id());
      publish(Contact.block(tom.id()));
      screen.until(() -> authors(home).equals(Set.of(mara.id())));
      assertThat(home.threads()).hasSize(PAGE);
    }

    @Test
    void nothingIsLeftOfSomebodyWhoFilledThePage() throws PublishRefused {
      for (int i = 0; i < PAGE + 5; i++) {
        tom.post("post " + i);
      }
      posts(3);
      test.receive(tom);
      HomeViewModel home = open();
      publish(Contact.block(tom.id()));
      screen.until(() -> home.threads().size() == 3);
    }

    @Test
    void aBlockedReplierLeavesTheThreadWhereItIs() throws PublishRefused {
      posts(PAGE + 4);
      Message root = mara.post("hello");
      tom.reply("hi", root.id(), root.id());
      test.receive(mara, tom);
      HomeViewModel home = openAll(PAGE + 5);
      List<MessageId> before = roots(home);
      publish(Contact.block(tom.id()));
      screen.until(() -> home.threads().getFirst().newest().isEmpty());
      assertThat(roots(home)).isEqualTo(before);
    }

    @Test
    void aThreadThatMovedUpStaysWhereItIs() {
      Message root = mara.post("hello");
      posts(PAGE + 4);
      HomeViewModel home = openAll(PAGE + 5);
      tomWaits();
      tom.reply("hi", root.id(), root.id());
      test.receive(tom);
      screen.until(() -> home.threads().getLast().newest().size() == 1);
      assertThat(home.threads().getLast().root()).isEqualTo(root.id());
    }

    /// Tom writes so many threads that belong below the one shown at this row, one after the other.
    private List<Message> late(HomeViewModel home, int row, int count) {
      long below = home.threads().get(row).key().shownMs();
      List<Message> late = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        late.add(tom.write(Post.root("late " + i).toJson(), (double) below - i));
      }
      test.receive(tom);
      return late;
    }

    @Test
    void whatComesLateWaitsAndIsTakenInWhereItBelongs() {
      posts(PAGE + 5);
      HomeViewModel home = openAll(PAGE + 5);
      List<MessageId> before = roots(home);
      Message late = late(home, 3, 1).getFirst();
      screen.until(() -> home.newerProperty().get() == 1);
      assertThat(roots(home)).isEqualTo(before);
      home.showNewer();
      screen.until(() -> home.newerProperty().get() == 0);
      assertThat(roots(home).get(4)).isEqualTo(late.id());
      assertThat(roots(home)).hasSize(PAGE + 6).containsAll(before);
    }

    @Test
    void allThatComesLateIsCountedHoweverMuchAndFarDown() {
      posts(PAGE + 5);
      HomeViewModel home = openAll(PAGE + 5);
      List<MessageId> before = roots(home);
      late(home, PAGE + 3, 2 * PAGE);
      screen.until(() -> home.newerProperty().get() == 2 * PAGE);
      assertThat(roots(home)).isEqualTo(before);
    }

    @Test
    void whatComesLateBelowAllThatIsShownFollowsThere() {
      posts(PAGE + 5);
      HomeViewModel home = open();
      Message late = late(home, PAGE - 1, 1).getFirst();
      home.more();
      screen.until(() -> home.threads().size() == PAGE + 6);
      assertThat(roots(home).get(PAGE)).isEqualTo(late.id());
      assertThat(home.newerProperty().get()).isZero();
    }

    @Test
    void whatSomebodyWroteBeforeWeFollowThemWaits() throws PublishRefused {
      SomeFeed jonas = SomeFeed.of("Jonas");
      jonas.write(Post.root("before").toJson(), 1_700_000_002_500.0);
      test.receive(jonas);
      posts(PAGE + 5);
      HomeViewModel home = openAll(PAGE + 5);
      publish(Contact.follow(jonas.id()));
      screen.until(() -> home.newerProperty().get() == 1);
    }

    @Test
    void theListGoesOnBelowAThreadThatMovedUp() {
      posts(PAGE + 5);
      HomeViewModel home = open();
      MessageId last = home.threads().getLast().root();
      tomWaits();
      tom.reply("hi", last, last);
      test.receive(tom);
      screen.until(() -> home.threads().getLast().newest().size() == 1);
      home.more();
      screen.until(() -> home.threads().size() == PAGE + 5);
    }
  }

  private void posts(int count) {
    for (int i = 0; i < count; i++) {
      mara.post("post " + i);
    }
    test.receive(mara);
  }

  private HomeViewModel open() {
    HomeViewModel home =
        new HomeViewModel(test.workspace(), TimelineFilter.FOLLOWING, () -> atBeginning);
    test.closeFirst(home::close);
    screen.until(() -> home.loadedProperty().get());
    return home;
  }

  private static List<MessageId> roots(HomeViewModel home) {
    return home.threads().stream().map(ThreadSummary::root).toList();
  }

  private static Set<FeedId> authors(HomeViewModel home) {
    return home.threads().stream()
        .map(thread -> thread.opening().orElseThrow().by().id())
        .collect(Collectors.toSet());
  }

  private Message publish(Content.Publishable content) throws PublishRefused {
    return test.workspace().feeds().publisher().publish(content.toJson());
  }
}
