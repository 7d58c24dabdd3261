package org.tidings.ui.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.SideThread;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.Unseen;

class ThreadViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;
  private Unseen unseen;

  @BeforeEach
  void followBoth(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    unseen = new Unseen(test.workspace());
    follow(mara);
    follow(jonas);
  }

  @AfterEach
  void close() {
    unseen.close();
    test.close();
  }

  @Test
  void postsStandAfterWhatTheyAnswer() {
    Message root = mara.post("root");
    Message answer = jonas.reply("answer", root.id(), root.id());
    Message thanks = mara.reply("thanks", root.id(), answer.id());
    test.receive(jonas, mara);
    ThreadViewModel thread = open(thanks.id());
    assertThat(posts(thread)).containsExactly(root.id(), answer.id(), thanks.id());
  }

  @Test
  void repliesAppearAsTheyArrive() {
    Message root = mara.post("root");
    test.receive(mara);
    ThreadViewModel thread = open(root.id());
    Message answer = jonas.reply("answer", root.id(), root.id());
    test.receive(jonas);
    screen.until(() -> posts(thread).equals(List.of(root.id(), answer.id())));
  }

  @Test
  void whatIsRemovedFromThisDeviceGoesAway() {
    Message root = mara.post("root");
    Message answer = jonas.reply("answer", root.id(), root.id());
    test.receive(mara, jonas);
    ThreadViewModel thread = open(root.id());
    screen.until(() -> posts(thread).equals(List.of(root.id(), answer.id())));
    test.workspace().feeds().storage().drop(jonas.id());
    screen.until(() -> posts(thread).equals(List.of(root.id())));
  }

  @Test
  void repliesThatComeWhileOneReadsAreToldOfOnceAndNotOnesOwn() throws PublishRefused {
    Message root = mara.post("root");
    jonas.reply("there already", root.id(), root.id());
    test.receive(mara, jonas);
    ThreadViewModel thread = open(root.id());
    List<MessageId> told = new ArrayList<>();
    thread.onCame(replies -> replies.forEach(reply -> told.add(reply.id())));

    Message first = jonas.reply("first", root.id(), root.id());
    test.receive(jonas);
    screen.until(() -> told.equals(List.of(first.id())));
    Message own = answer(root.id());
    screen.until(() -> posts(thread).contains(own.id()));
    Message second = mara.reply("second", root.id(), root.id());
    test.receive(mara);
    screen.until(() -> told.equals(List.of(first.id(), second.id())));
  }

  @Test
  void whatCameWhileThePersonWasElsewhereIsShownAndNotTold() {
    Message root = mara.post("root");
    test.receive(mara);
    ThreadViewModel thread = open(root.id());
    List<MessageId> told = new ArrayList<>();
    thread.onCame(replies -> replies.forEach(reply -> told.add(reply.id())));
    thread.depart();
    Message answer = jonas.reply("answer", root.id(), root.id());
    test.receive(jonas);
    screen.until(() -> posts(thread).contains(answer.id()));
    thread.arrive();
    screen.until(() -> thread.firstNew().isPresent());
    assertThat(told).isEmpty();
  }

  @Test
  void aMutedThreadTellsOfNothing() {
    MessageId root = mara.post("root").id();
    test.receive(mara);
    ThreadViewModel thread = open(root);
    test.workspace().feeds().mutes().mute(root);
    screen.until(() -> thread.rows().getFirst().equals(new ThreadRow.Quiet()));
    List<MessageId> told = new ArrayList<>();
    thread.onCame(replies -> replies.forEach(reply -> told.add(reply.id())));
    MessageId answer = jonas.reply("answer", root, root).id();
    test.receive(jonas);
    screen.until(() -> posts(thread).contains(answer));
    assertThat(told).isEmpty();
  }

  @Test
  void aMissingOpeningIsSaidAndFilledInWhenItArrives() {
    Message root = mara.post("root");
    jonas.reply("answer", root.id(), root.id());
    test.receive(jonas);
    ThreadViewModel thread = open(root.id());
    assertThat(thread.rows().getFirst()).isInstanceOf(ThreadRow.OpeningMissing.class);
    test.receive(mara);
    screen.until(() -> posts(thread).getFirst().equals(root.id()));
  }

  @Test
  void aThreadOfWhichNothingIsHereIsEmpty() {
    ThreadViewModel thread = open(mara.post("never received").id());
    assertThat(thread.threadProperty().get()).isEmpty();
    assertThat(thread.rows()).isEmpty();
  }

  @Test
  void whatWasShownCountsAsRead() {
    Message root = mara.post("root");
    test.receive(mara);
    assertThat(unread()).isEqualTo(1);
    open(root.id());
    assertThat(unread()).isZero();
  }

  @Test
  void whatWasReadInItsThreadWaitsInItsConversationNoLonger() {
    Message first = Sealing.write(mara, "psst", test.workspace().self());
    Message another = Sealing.write(mara, "psst again", test.workspace().self());
    test.receive(mara);
    screen.until(() -> conversations() == 1);
    open(another.id());
    screen.until(() -> unreadInPrivate() == 1);
    open(first.id());
    screen.until(() -> unreadInPrivate() == 0 && conversations() == 0);
  }

  @Test
  void whatAnswersInPrivateWaitsThoughItsThreadIsReadInTheOpen() {
    Message root = mara.post("root");
    Post aside = Post.reply("psst", root.id(), List.of(root.id()));
    Message secret = Sealing.write(mara, aside, test.workspace().self());
    mara.reply("more", root.id(), root.id());
    test.receive(mara);
    screen.until(() -> conversations() == 1);
    open(root.id());
    assertThat(unreadInPrivate()).isEqualTo(1);
    open(secret.id());
    screen.until(() -> unreadInPrivate() == 0);
  }

  @Test
  void whatCameSinceIsNewAndTheFirstOfItIsKnown() {
    Message root = mara.post("root");
    jonas.reply("answer", root.id(), root.id());
    test.receive(mara, jonas);
    assertThat(open(root.id()).firstNew()).isEmpty();

    Message first = jonas.reply("more", root.id(), root.id());
    mara.reply("still more", root.id(), first.id());
    test.receive(jonas, mara);
    ThreadViewModel again = open(root.id());
    assertThat(again.firstNew()).contains(first.id());
    assertThat(posts(again)).hasSize(4);
  }

  @Test
  void howeverMuchCameSinceTheFirstOfItIsThere() {
    Message root = mara.post("root");
    for (int i = 0; i < 20; i++) {
      jonas.reply("seen", root.id(), root.id());
    }
    test.receive(mara, jonas);
    open(root.id());
    Message first = jonas.reply("first", root.id(), root.id());
    for (int i = 0; i < 400; i++) {
      jonas.reply("more", root.id(), root.id());
    }
    test.receive(jonas);
    ThreadViewModel again = open(root.id());
    assertThat(again.firstNew()).contains(first.id());
    assertThat(posts(again)).hasSize(402).startsWith(root.id(), first.id());
    assertThat(again.rows()).contains(new ThreadRow.Older(20, true));

    ThreadViewModel read = open(root.id());
    assertThat(posts(read)).hasSize(301);
  }

  @Test
  void whatComesInALongThreadPushesNothingOutThatIsBeingRead() {
    Message root = mara.post("root");
    for (int i = 0; i < 310; i++) {
      jonas.reply("answer", root.id(), root.id());
    }
    test.receive(mara, jonas);
    ThreadViewModel thread = open(root.id());
    List<MessageId> read = posts(thread);
    Message latest = jonas.reply("latest", root.id(), root.id());
    test.receive(jonas);
    screen.until(() -> posts(thread).contains(latest.id()));
    assertThat(posts(thread)).hasSize(read.size() + 1).startsWith(read.toArray(MessageId[]::new));
  }

  @Test
  void whatComesWhileThePersonIsElsewhereStaysUnread() {
    Message root = mara.post("root");
    test.receive(mara);
    ThreadViewModel thread = open(root.id());
    thread.depart();
    Message answer = jonas.reply("answer", root.id(), root.id());
    test.receive(jonas);
    screen.until(() -> posts(thread).contains(answer.id()));
    assertThat(unread()).isEqualTo(1);

    thread.arrive();
    screen.until(() -> unread() == 0);
    assertThat(thread.firstNew()).contains(answer.id());
  }

  @Test
  void postsOfTheBlockedAreCountedNotShown() throws PublishRefused {
    Message root = mara.post("root");
    jonas.reply("noise", root.id(), root.id());
    test.receive(mara, jonas);
    ThreadViewModel thread = open(root.id());
    test.workspace().feeds().publisher().publish(Contact.block(jonas.id()).toJson());
    screen.until(() -> thread.rows().contains(new ThreadRow.Hidden(1)));
    assertThat(posts(thread)).containsExactly(root.id());
  }

  @Test
  void aMutedThreadSaysSoUntilItIsUnmuted() {
    MessageId root = mara.post("root").id();
    test.receive(mara);
    ThreadViewModel thread = open(root);
    test.workspace().feeds().mutes().mute(root);
    screen.until(() -> thread.rows().getFirst().equals(new ThreadRow.Quiet()));
    thread.unmute();
    screen.until(() -> !thread.rows().contains(new ThreadRow.Quiet()));
  }

  @Test
  void aSideThreadIsOfferedBelowThePostItBeginsAt() {
    Message root = mara.post("root");
    Message answer = jonas.reply("answer", root.id(), root.id());
    Message aside = mara.reply("aside", answer.id(), answer.id());
    test.receive(jonas, mara);
    assertThat(open(root.id()).rows())
        .last()
        .isEqualTo(new ThreadRow.Side(new SideThread(answer.id(), aside.id(), 1)));
    assertThat(posts(open(aside.id()))).containsExactly(answer.id(), aside.id());
  }

  @Test
  void aSideThreadAtAPostOfSomebodyMutedIsOfferedBelowTheFold() {
    Message root = mara.post("root");
    Message answer = jonas.reply("answer", root.id(), root.id());
    Message aside = mara.reply("aside", answer.id(), answer.id());
    test.receive(jonas, mara);
    test.workspace().feeds().mutes().mute(jonas.id());
    List<ThreadRow> rows = open(root.id()).rows();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).isInstanceOf(ThreadRow.Muted.class);
    assertThat(rows.getLast())
        .isEqualTo(new ThreadRow.Side(new SideThread(answer.id(), aside.id(), 1)));
  }

  @Test
  void whatIsLeftOutOfAVeryLongThreadIsSaid() {
    Message root = mara.post("root");
    for (int i = 0; i < 2_010; i++) {
      jonas.reply("answer", root.id(), root.id());
    }
    test.receive(mara, jonas);
    ThreadViewModel thread = open(root.id());
    assertThat(posts(thread)).hasSize(301).startsWith(root.id());
    assertThat(thread.rows()).contains(new ThreadRow.Older(ThreadSummary.MANY + 1, true));
    thread.showEarlier();
    screen.until(() -> posts(thread).size() == 2_001);
    assertThat(thread.rows()).contains(new ThreadRow.Older(10, false));
  }

  @Test
  void whatAnswersAPrivatePostInTheOpenIsAThreadOfItsOwn() {
    Message root = Sealing.write(mara, "psst", test.workspace().self());
    Message answer = jonas.reply("answer", root.id(), root.id());
    test.receive(mara, jonas);
    ThreadViewModel secret = open(root.id());
    screen.until(() -> posts(secret).equals(List.of(root.id())));
    ThreadViewModel open = open(Place.InThread.inTheOpen(root.id()));
    assertThat(posts(open)).containsExactly(answer.id());
    assertThat(open.rows()).hasAtLeastOneElementOfType(ThreadRow.OpeningMissing.class);
  }

  /// Each of the two is read by itself.
  @Test
  void whoReadsTheAnswersInTheOpenHasNotReadThePrivateThread() {
    Message root = Sealing.write(mara, "psst", test.workspace().self());
    test.receive(mara);
    ThreadViewModel secret = open(root.id());
    screen.until(() -> posts(secret).equals(List.of(root.id())));
    secret.depart();
    Post more = Post.reply("psst again", root.id(), List.of(root.id()));
    Message again = Sealing.write(mara, more, test.workspace().self());
    test.receive(mara);
    screen.until(() -> posts(secret).contains(again.id()));
    jonas.reply("answer", root.id(), root.id());
    test.receive(jonas);
    assertThat(unread()).isEqualTo(1);
    open(Place.InThread.inTheOpen(root.id()));
    screen.until(() -> unread() == 0);
    assertThat(open(root.id()).firstNew()).contains(again.id());
  }

  private ThreadViewModel open(MessageId message) {
    return open(new Place.InThread(message));
  }

  private ThreadViewModel open(Place.InThread place) {
    ThreadViewModel thread = new ThreadViewModel(test.workspace(), unseen, place);
    test.closeFirst(thread::close);
    thread.arrive();
    screen.until(() -> thread.loadedProperty().get());
    return thread;
  }

  private static List<MessageId> posts(ThreadViewModel thread) {
    return thread.rows().stream()
        .filter(ThreadRow.OfPost.class::isInstance)
        .map(row -> ((ThreadRow.OfPost) row).post().id())
        .toList();
  }

  private int conversations() {
    return unseen.countProperty().get().conversations();
  }

  private int unreadInPrivate() {
    return test.workspace().feeds().conversations().latest(TimelineKey.TOP, 1).getFirst().unread();
  }

  private int unread() {
    return test.workspace()
        .feeds()
        .timeline()
        .home(TimelineFilter.FOLLOWING, TimelineKey.TOP, 1)
        .getFirst()
        .counts()
        .unread();
  }

  private Message answer(MessageId root) throws PublishRefused {
    Post reply = Post.reply("mine", root, List.of(root));
    return test.workspace().feeds().publisher().publish(reply.toJson());
  }

  private void follow(SomeFeed feed) throws PublishRefused {
    test.workspace().feeds().publisher().publish(Contact.follow(feed.id()).toJson());
  }
}
