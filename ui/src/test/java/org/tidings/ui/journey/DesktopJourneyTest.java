package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.desktop.DesktopOffer;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.TestWorkspace;

/// The window and the desktop around it.
@Tag("journey")
class DesktopJourneyTest {
  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void open() {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    window = new OpenWindow(test);
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  private void offer(boolean notifications, boolean tray) {
    Fx.run(() -> test.desktop().offer(new DesktopOffer(notifications, tray)));
    Fx.settle();
  }

  private DesktopSettings settings() {
    return Fx.get(() -> test.workspace().environment().preferences().settings().desktop());
  }

  private boolean isShowing() {
    return Fx.get(window.stage()::isShowing);
  }

  /// As the frame of the window does when its button is pressed.
  private void closeByTheFrame() {
    Stage stage = window.stage();
    Fx.run(
        () -> {
          WindowEvent asked = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
          stage.fireEvent(asked);
          if (!asked.isConsumed()) {
            stage.hide();
          }
        });
    Fx.settle();
  }

  private void stayInTray() {
    offer(true, true);
    Fx.run(
        () ->
            test.workspace()
                .environment()
                .preferences()
                .change(now -> now.withDesktop(now.desktop().withStayInTray(true))));
  }

  @Test
  void aClickOnANotificationBringsTheWindowBackWithThePost() throws PublishRefused {
    SomeFeed mara = SomeFeed.of("Mara");
    MessageId ours = test.workspace().feeds().publisher().publish(Post.root("ours").toJson()).id();
    stayInTray();
    closeByTheFrame();
    mara.write(
        Post.reply("Come aboard", ours, List.of(ours)).toJson(),
        (double) test.temp().clock().instant().toEpochMilli());
    test.receive(mara);
    await().until(() -> Fx.get(() -> test.desktop().titles().size() == 1));
    await().until(() -> Fx.get(test.desktop()::isUnseen));
    Fx.run(() -> test.desktop().last().opened().run());
    assertThat(isShowing()).isTrue();
    window.reads("Come aboard");
  }

  @Test
  void whatComesWhileTheWindowIsInTheTrayIsNewWhateverScreenItWasAt() throws PublishRefused {
    SomeFeed mara = SomeFeed.of("Mara");
    FeedId self = test.workspace().self();
    MessageId ours = test.workspace().feeds().publisher().publish(Post.root("ours").toJson()).id();
    Sealing.writeAt(now(), mara, Post.root("the first"), self);
    test.receive(mara);
    stayInTray();
    window.click("Private");
    window.click("the first");
    await().until(() -> Fx.get(() -> !test.desktop().isUnseen()));

    closeByTheFrame();
    Sealing.writeAt(now(), mara, Post.root("the second"), self);
    test.receive(mara);
    await().until(() -> Fx.get(() -> test.desktop().titles().size() == 1));
    await().until(() -> Fx.get(test.desktop()::isUnseen));

    Fx.run(() -> test.desktop().entry().opened().run());
    window.reads("the second");
    await().until(() -> Fx.get(() -> !test.desktop().isUnseen()));

    window.click("Activity");
    closeByTheFrame();
    mara.write(Post.reply("Come aboard", ours, List.of(ours)).toJson(), now());
    test.receive(mara);
    await().until(() -> Fx.get(test.desktop()::isUnseen));

    Fx.run(() -> test.desktop().entry().opened().run());
    window.reads("Come aboard");
    await().until(() -> Fx.get(() -> !test.desktop().isUnseen()));
  }

  @Test
  void aReplyThatComesWhileTheWindowIsInTheTrayIsUnreadInTheThreadItWasAt() throws PublishRefused {
    SomeFeed mara = SomeFeed.of("Mara");
    MessageId ours = test.workspace().feeds().publisher().publish(Post.root("ours").toJson()).id();
    stayInTray();
    window.click("ours");
    await().until(() -> seen(ours) > 0);
    final long before = seen(ours);
    closeByTheFrame();
    mara.write(Post.reply("Come aboard", ours, List.of(ours)).toJson(), now());
    test.receive(mara);
    window.reads("Come aboard");

    assertThat(seen(ours)).isEqualTo(before);
    Fx.run(() -> test.desktop().entry().opened().run());
    await().until(() -> seen(ours) > before);
  }

  private long seen(MessageId root) {
    return test.workspace().feeds().readMarks().of(root);
  }

  private double now() {
    return test.temp().clock().instant().toEpochMilli();
  }

  @Test
  void quietHoursAndKindsAreChosenInTheSettings() {
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    window.click("notify-kind-FOLLOW");
    window.click("notify-quiet");
    ComboBox<?> from = window.node("notify-quiet-from", ComboBox.class);
    Fx.run(() -> from.getSelectionModel().select(46));
    await().until(() -> settings().quiet().on());
    assertThat(settings().quiet().from()).isEqualTo(LocalTime.of(23, 0));
    assertThat(settings().kinds()).doesNotContain(NotificationKind.FOLLOW).hasSize(4);
    await().until(() -> test.saved().desktop().equals(settings()));
  }

  @Test
  void whatThereIsNotIsNotOffered() {
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    window.reads("Private messages");
    window.readsNoMore("Keep running in the tray");
    offer(false, true);
    window.reads("Nothing on this desktop shows notifications.");
    window.readsNoMore("Replies to you");
    window.reads("Keep running in the tray");
  }

  @Test
  void startingAtLoginIsOffUntilChosen() {
    Path file = test.temp().folder().resolve("autostart").resolve("org.tidings.Tidings.desktop");
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    assertThat(window.node("login-start", CheckBox.class).isSelected()).isFalse();
    window.click("login-start");
    await().until(() -> Files.exists(file));
    window.click("login-start");
    await().until(() -> !Files.exists(file));
  }

  @Test
  void closingTheWindowEndsTheProgramUnlessItIsToStayInTheTray() {
    stayInTray();
    closeByTheFrame();
    assertThat(isShowing()).isFalse();
    assertThat(window.hasEnded()).isFalse();
    Fx.run(() -> test.desktop().entry().opened().run());
    assertThat(isShowing()).isTrue();
    closeByTheFrame();
    offer(true, false);
    assertThat(isShowing()).as("the window is back where there is no tray").isTrue();
    closeByTheFrame();
    assertThat(window.hasEnded()).isTrue();
  }

  @Test
  void quittingInTheTrayEndsTheProgram() {
    offer(true, true);
    Fx.run(() -> test.desktop().entry().quitted().run());
    assertThat(isShowing()).isFalse();
    assertThat(window.hasEnded()).isTrue();
  }
}
