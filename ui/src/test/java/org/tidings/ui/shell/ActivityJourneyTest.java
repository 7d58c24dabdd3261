package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.navigation.Place;

/// What a person does whom others have answered.
@Tag("journey")
class ActivityJourneyTest {
  private final SomeFeed mara = SomeFeed.of("Mara");
  private OpenShell window;
  private Message reply;

  @BeforeEach
  void beAnswered(@TempDir Path folder) throws PublishRefused {
    window = new OpenShell(folder);
    var feeds = window.test().workspace().feeds();
    MessageId ours = feeds.publisher().publish(Post.root("Low tide at six").toJson()).id();
    mara.name(mara.id(), "Mara Lindqvist");
    reply = mara.reply("See you at the pier", ours, ours);
    window.test().receive(mara);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aReplyIsAnnouncedSeenAndOpenedAtItsMessage() {
    window.reads("Activity, 1 new");
    window.click("Activity, 1 new");
    window.reads("See you at the pier");
    window.reads("Activity, nothing new");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(new Place.InThread(reply.id()));
    window.reads("Low tide at six");
  }

  @Test
  void whatWasSeenStaysSeenWhenTheWindowIsOpenedAgain() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.reads("Activity, nothing new");
    window.reopen();
    window.reads("Activity, nothing new");
  }

  @Test
  void theFaceLeadsToThePersonAndBackAgain() {
    window.go(new Place.Activity());
    window.click("Mara Lindqvist");
    assertThat(window.place()).isEqualTo(new Place.Profile(mara.id()));
    window.press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(window.place()).isEqualTo(new Place.Activity());
  }

  @Test
  void whoAsksToConnectIsAnnouncedUntilTheyAreAnswered() throws IOException {
    window.test().goOnline();
    SomeFeed stranger = SomeFeed.of("Jonas");
    stranger.name(stranger.id(), "Jonas");
    window.test().workspace().feeds().strangers().called(stranger.id(), 1);
    window.test().receive(stranger);
    window.reads("Connections, 1 person asks to connect");
    window.go(new Place.Activity());
    window.click("1 person asks to connect");
    assertThat(window.place()).isEqualTo(new Place.Peers());
    window.click("Ignore Jonas");
    window.readsNoMore("1 person asks to connect");
    window.go(new Place.Activity());
    window.reads("See you at the pier");
    window.readsNoMore("1 person asks to connect");
  }
}
