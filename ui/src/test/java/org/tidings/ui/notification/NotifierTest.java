package org.tidings.ui.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.Replication;
import org.tidings.replication.TestPeer;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.desktop.QuietHours;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.FakeDesktop;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.Unseen;

class NotifierTest {
  private final FakeScreen screen = new FakeScreen();
  private final SimpleBooleanProperty inFront = new SimpleBooleanProperty();
  private final SomeFeed mara = SomeFeed.of("Mara");
  @TempDir private Path folder;
  private int raised;
  private TestWorkspace test;
  private FakeDesktop desktop;
  private MessageId ours;
  private Unseen unseen;
  private Notifier notifier;

  @BeforeEach
  void open() throws PublishRefused {
    test = new TestWorkspace(folder.resolve("we"), screen);
    desktop = test.desktop();
    ours = test.workspace().feeds().publisher().publish(Post.root("ours").toJson()).id();
    mara.write(About.name(mara.id(), "Mara Lindqvist").toJson(), now());
    test.receive(mara);
    start();
  }

  private void start() {
    unseen = new Unseen(test.workspace());
    notifier = new Notifier(test.workspace(), unseen, inFront, () -> raised++);
    settle();
  }

  private void stop() {
    notifier.close();
    unseen.close();
  }

  @AfterEach
  void close() {
    stop();
    test.close();
  }

  private double now() {
    return test.temp().clock().instant().toEpochMilli();
  }

  /// Has all taken in that is under way.
  private void settle() {
    boolean[] done = new boolean[1];
    test.workspace().background().onScreen(() -> done[0] = true);
    screen.until(() -> done[0]);
  }

  private void reply(String text) {
    reply(text, Duration.ZERO);
  }

  private void reply(String text, Duration ago) {
    mara.write(Post.reply(text, ours, List.of(ours)).toJson(), now() - ago.toMillis());
    test.receive(mara);
  }

  private void look() {
    notifier.look();
    settle();
  }

  private void set(UnaryOperator<DesktopSettings> change) {
    test.workspace()
        .environment()
        .preferences()
        .change(now -> now.withDesktop(change.apply(now.desktop())));
  }

  @Test
  void aReplyIsToldAndAClickOpensIt() {
    reply("Come aboard");
    screen.until(() -> !desktop.titles().isEmpty());
    assertThat(desktop.last().title()).isEqualTo("Mara Lindqvist answered you");
    assertThat(desktop.last().text()).isEqualTo("Come aboard");
    desktop.last().opened().run();
    settle();
    assertThat(raised).isEqualTo(1);
    assertThat(test.workspace().navigator().place()).isInstanceOf(Place.InThread.class);
  }

  @Test
  void aBurstIsOneNotificationAndTheNextWaits() {
    reply("one");
    reply("two");
    reply("three");
    look();
    assertThat(desktop.titles()).containsExactly("3 new things for you");
    reply("four");
    look();
    assertThat(desktop.titles()).hasSize(1);
    test.pass(Notifier.PAUSE);
    look();
    assertThat(desktop.titles())
        .containsExactly("3 new things for you", "Mara Lindqvist answered you");
  }

  @Test
  void whatWasThereBeforeIsNoNews() {
    reply("one");
    look();
    stop();
    start();
    look();
    assertThat(desktop.titles()).hasSize(1);
  }

  @Test
  void whatWasWrittenLongAgoIsNoNews() {
    reply("one", Duration.ofDays(4));
    look();
    assertThat(desktop.titles()).isEmpty();
  }

  @Test
  void nothingIsToldWhileTheWindowIsInFrontNorMadeUpFor() {
    reply("one");
    look();
    inFront.set(true);
    assertThat(desktop.withdrawn()).isEqualTo(1);
    test.pass(Notifier.PAUSE);
    reply("two");
    look();
    inFront.set(false);
    look();
    assertThat(desktop.titles()).hasSize(1);
  }

  @Test
  void quietHoursAreQuietButForTheDot() {
    LocalTime time = test.temp().clock().instant().atZone(ZoneId.systemDefault()).toLocalTime();
    set(now -> now.withQuiet(new QuietHours(true, time.minusHours(1), time.plusHours(1))));
    reply("one");
    look();
    assertThat(desktop.titles()).isEmpty();
    screen.until(desktop::isUnseen);
    set(now -> now.withQuiet(now.quiet().turned(false)));
    look();
    assertThat(desktop.titles()).isEmpty();
    reply("two");
    look();
    assertThat(desktop.titles()).containsExactly("Mara Lindqvist answered you");
  }

  @Test
  void kindsThatAreNotWantedAreNotTold() {
    set(now -> now.with(NotificationKind.REPLY, false));
    reply("one");
    mara.write(Contact.follow(test.workspace().self()).toJson(), now());
    test.receive(mara);
    look();
    set(now -> now.with(NotificationKind.REPLY, true));
    test.pass(Notifier.PAUSE);
    look();
    assertThat(desktop.titles()).containsExactly("Mara Lindqvist follows you");
  }

  @Test
  void aPrivateMessageIsToldOnceAndWithoutItsWords() {
    Sealing.writeAt(now(), mara, Post.root("the secret"), test.workspace().self());
    test.receive(mara);
    screen.until(() -> !desktop.titles().isEmpty());
    assertThat(desktop.titles()).containsExactly("Private message from Mara Lindqvist");
    assertThat(desktop.last().text()).doesNotContain("secret");
  }

  @Test
  void aPrivateMessageOfSomebodyMutedIsNotTold() {
    test.workspace().feeds().mutes().mute(mara.id());
    tellPrivately("the first", now());
    look();
    assertThat(desktop.titles()).isEmpty();
    assertThat(desktop.isUnseen()).isFalse();
    test.workspace().feeds().mutes().unmute(mara.id());
    tellPrivately("the second", now());
    look();
    assertThat(desktop.titles()).containsExactly("Private message from Mara Lindqvist");
  }

  private void tellPrivately(String text, double at) {
    Sealing.writeAt(at, mara, Post.root(text), test.workspace().self());
    test.receive(mara);
    test.temp().settled();
  }

  @Test
  void aPrivateMessageThatComesLateIsTold() {
    tellPrivately("the newest", now());
    look();
    test.pass(Notifier.PAUSE);
    tellPrivately("sent before it", now() - Duration.ofHours(5).toMillis());
    look();
    assertThat(desktop.titles()).hasSize(2).last().isEqualTo(desktop.titles().getFirst());
    test.pass(Notifier.PAUSE);
    look();
    assertThat(desktop.titles()).hasSize(2);
  }

  @Test
  void howeverLateAPrivateMessageComesItIsToldUnlessItIsOlderThanAllThatIsHere() {
    tellPrivately("history", now() - Duration.ofDays(4).toMillis());
    look();
    assertThat(desktop.titles()).isEmpty();
    double soon = now() + Duration.ofDays(1).toMillis();
    test.pass(Duration.ofDays(9));
    tellPrivately("from the boat", soon);
    look();
    assertThat(desktop.titles()).containsExactly("Private message from Mara Lindqvist");
  }

  @Test
  void aStrangerWhoConnectsIsToldOnceAndAFriendIsNot() throws IOException, PublishRefused {
    test.goOnline();
    try (TestPeer friend = TestPeer.start(folder.resolve("friend"));
        TestPeer stranger = TestPeer.start(folder.resolve("stranger"))) {
      test.workspace().feeds().publisher().publish(Contact.follow(friend.id()).toJson());
      friend.connect(test.workspace().replication().address());
      stranger.connect(test.workspace().replication().address());
      screen.until(() -> desktop.titles().size() == 1);
      assertThat(desktop.last().title()).contains("has connected to you");
      test.pass(Notifier.PAUSE);
      look();
      assertThat(desktop.titles()).hasSize(1);
      desktop.last().opened().run();
      settle();
      assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Peers());
    }
  }

  @Test
  void aStrangerFromBeforeIsNotToldAgain() throws IOException {
    test.goOnline();
    stop();
    try (TestPeer stranger = TestPeer.start(folder.resolve("stranger"));
        TestPeer another = TestPeer.start(folder.resolve("another"))) {
      stranger.connect(test.workspace().replication().address());
      screen.until(() -> !test.workspace().feeds().strangers().waiting().isEmpty());
      start();
      another.connect(test.workspace().replication().address());
      screen.until(() -> !desktop.titles().isEmpty());
      assertThat(desktop.last().title())
          .isEqualTo(
              another.id().toString().substring(0, 9)
                  + " has connected to you, and you do not follow them");
    }
  }

  @Test
  void whoAsksWhileOnlyPeopleInReachMayConnectIsNotTold() throws IOException {
    test.goOnline();
    Replication replication = test.workspace().replication();
    try (TestPeer stranger = TestPeer.start(folder.resolve("stranger"));
        TestPeer another = TestPeer.start(folder.resolve("another"))) {
      replication.reachBy(Routes.DIRECT.onlyInReach(true));
      assertThat(catchThrowable(() -> stranger.connect(replication.address()))).isNotNull();
      screen.until(() -> !test.workspace().feeds().strangers().waiting().isEmpty());
      look();
      replication.reachBy(Routes.DIRECT);
      another.connect(replication.address());
      screen.until(() -> !desktop.titles().isEmpty());
      assertThat(desktop.last().title())
          .isEqualTo(
              another.id().toString().substring(0, 9)
                  + " has connected to you, and you do not follow them");
    }
  }
}
