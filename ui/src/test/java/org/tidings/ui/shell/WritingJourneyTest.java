package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.LastFirst;
import org.tidings.ui.workspace.SomeCircle;

/// What a person does who writes.
@Tag("journey")
class WritingJourneyTest {
  private final LastFirst disk = new LastFirst();
  private OpenShell window;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = new OpenShell(folder, disk);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aPostIsWrittenByKeyboardAndSeenAtHome() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Hello out there");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in 10 s");
    assertThat(window.place()).isEqualTo(new Place.Home());
    window.reads("Hello out there");
    window.waitsForPosting();
    window.readsNoMore("Posting");
    window.reads("Hello out there");
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void whereAPostIsOnItsWayHomeIsNotSaidToBeEmpty() {
    window.reads("Write your first post");
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Hello out there");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in 10 s");
    Fx.settle();
    window.readsNoMore("Nothing here yet");
  }

  private long messages() {
    return window.test().workspace().feeds().log().count();
  }

  @Test
  void aPostIsTakenBackByKeyboardAndSentAfterAll() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Helo out there");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in 10 s");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.readsNoMore("Posting in");
    assertThat(window.place()).isEqualTo(new Place.Compose());
    assertThat(window.written()).isEqualTo("Helo out there");
    window.type(", all");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    window.reads("Helo out there, all");
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void aReplyIsTakenBackByMouse() throws PublishRefused {
    window.go(new Place.InThread(SomeCircle.in(window.test()).harbour(), true));
    long before = messages();
    window.type("What a jurney");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.click("Undo");
    window.readsNoMore("Posting in");
    assertThat(window.written()).isEqualTo("What a jurney");
    window.type("!");
    assertThat(window.written()).isEqualTo("What a jurney!");
    assertThat(messages()).isEqualTo(before);
  }

  @Test
  void whatWasBegunIsFoundAgainAmongTheDrafts() throws PublishRefused {
    MessageId harbour = SomeCircle.in(window.test()).harbour();
    window.go(new Place.InThread(harbour, true));
    window.type("What a journey");
    window.reads("Draft kept");
    window.go(new Place.Home());
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type("drafts");
    window.press(KeyCode.ENTER);
    window.click("In the thread of Mara Lindqvist: What a journey");
    assertThat(window.place()).isEqualTo(Place.InThread.goingOn(harbour, Optional.empty()));
    assertThat(window.written()).isEqualTo("What a journey");
  }

  @Test
  void undoTakesBackWhatIsBeingTypedFirst() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("one");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("two");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(window.written()).doesNotContain("one");
    window.go(new Place.Home());
    window.waitsForPosting();
    await("it is posted").until(() -> messages() == 1);
  }

  @Test
  void howLongAgoAPostWasMovesOnWhileItIsShown() throws PublishRefused {
    window.test().workspace().feeds().publisher().publish(Post.root("Hello out there").toJson());
    window.reads("Hello out there");
    Fx.run(() -> window.test().pass(Duration.ofMinutes(5)));
    window.reads("5 min");
  }

  @Test
  void howLongAgoAPostWasIsRightWhenItIsShownAgain() throws PublishRefused {
    window.test().workspace().feeds().publisher().publish(Post.root("Hello out there").toJson());
    window.reads("Hello out there");
    window.go(new Place.Settings());
    window.test().temp().clock().advance(Duration.ofMinutes(5));
    window.go(new Place.Home());
    window.reads("5 min");
  }

  @Test
  void aPostIsWrittenByMouse() {
    window.click("New post");
    window.type("Hello out there");
    window.click("Post");
    window.waitsForPosting();
    window.reads("Posted");
    window.reads("Hello out there");
  }

  @Test
  void aReplyFromHomeAppearsInItsThread() throws PublishRefused {
    SomeCircle.in(window.test());
    window.reads("Back in harbour");
    window.click("Reply");
    assertThat(window.place()).isInstanceOf(Place.InThread.class);
    window.type("What a journey");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("What a journey");
    assertThat(window.written()).isEmpty();
    window.waitsForPosting();
    window.readsNoMore("Posting");
    window.reads("What a journey");
  }

  @Test
  void whatIsTypedBeforeTheThreadIsHereStandsInItsReply() throws Exception {
    MessageId harbour = SomeCircle.in(window.test()).harbour();
    disk.hold(
        () -> {
          window.go(new Place.InThread(harbour, true));
          window.type("What a ");
        });
    window.reads("Back in harbour");
    window.type("journey");
    assertThat(window.written()).isEqualTo("What a journey");
  }

  @Test
  void whatIsTypedBeforeTheDraftIsHereFollowsIt() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Half a");
    window.reads("Draft kept");
    window.reopen();
    disk.hold(
        () -> {
          window.press(KeyCode.CONTROL, KeyCode.N);
          window.type(" thought");
          window.press(KeyCode.BACK_SPACE);
        });
    window.reads("Draft kept");
    assertThat(window.written()).isEqualTo("Half a though");
  }

  @Test
  void escapeLeavesAndTheDraftIsThereAgain() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Half a thought");
    window.press(KeyCode.ESCAPE);
    assertThat(window.place()).isEqualTo(new Place.Home());
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.reads("Draft kept");
    assertThat(window.written()).isEqualTo("Half a thought");
  }

  @Test
  void aDraftOutlivesTheWindow() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Half a thought");
    window.go(new Place.Home());
    window.reopen();
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.reads("Draft kept");
    assertThat(window.written()).isEqualTo("Half a thought");
  }

  @Test
  void whatIsSaidDoesNotCoverWhatIsWritten() throws PublishRefused {
    window.go(new Place.InThread(SomeCircle.in(window.test()).harbour(), true));
    Fx.run(() -> window.test().workspace().notices().say("Posted"));
    window.reads("Posted");
    assertThat(place(".said-pill").intersects(place(".reply-box"))).isFalse();
  }

  private Bounds place(String selector) {
    Node node = window.stage().getScene().lookup(selector);
    return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
  }

  @Test
  void aTextThatIsRefusedStays() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Hello out there");
    window.test().workspace().feeds().gate().keyInUseElsewhere();
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("posting waits");
    await("it cannot be posted").until(() -> !window.canClick("Post"));
    assertThat(window.written()).isEqualTo("Hello out there");
  }

  @Test
  void tabLeadsOnFromTheText() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("a");
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    window.press(KeyCode.SPACE);
    window.type("Careful");
    window.press(KeyCode.CONTROL, KeyCode.N);
    assertThat(window.written()).isEqualTo("a");
    window.reads("Careful");
  }
}
