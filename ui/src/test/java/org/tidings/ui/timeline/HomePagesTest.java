package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

/// Home where there is more than a page of it.
class HomePagesTest extends OpenHome {
  /// More than are asked for again each time something comes.
  private static final int MANY = 205;

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

  @Test
  void olderThreadsFollowPageByPage() {
    posts(PAGE + 5);
    HomeViewModel home = open();
    assertThat(home.threads()).hasSize(PAGE);
    home.more();
    screen.until(() -> home.threads().size() == PAGE + 5);
    assertThat(roots(home)).doesNotHaveDuplicates();
  }
}
