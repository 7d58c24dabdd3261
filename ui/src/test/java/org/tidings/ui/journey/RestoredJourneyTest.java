package org.tidings.ui.journey;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.SecretFile;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.replication.TestPeer;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.writing.LineField;

/// Somebody comes back with nothing but their 24 words.
@Tag("journey")
class RestoredJourneyTest {
  private final SomeFeed lena = SomeFeed.of("Lena");
  @TempDir private Path folder;

  @Test
  void ownPostsComeBackFromAFriendAndPostingOpensAMinuteLater() throws Exception {
    lena.name(lena.id(), "Lena");
    lena.post("Said before the disk broke");
    // What the words bring is there already: a test has its folder open before there is a window.
    SecretFile.create(folder.resolve("we").resolve("data").resolve("secret"), lena.keys());
    try (TestPeer friend = TestPeer.start(folder.resolve("friend"));
        TestWorkspace test = new TestWorkspace(folder.resolve("we"), FxThread::run)) {
      TempFeeds.ingest(friend.feeds(), lena.values(), TempFeeds.IMPORT);
      test.goOnline();
      var start = new WindowStart.FirstStart(() -> test.workspace().services(), test.restoration());
      try (OpenWindow window = new OpenWindow(test.workspace().environment(), start)) {
        typeTheWords(window);
        call(window, friend);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        window.reads("Said before the disk broke");
        window.reads(Reason.RESTORED.sentence());
        test.temp().steadyClock().advance(Duration.ofMinutes(1));
        window.readsNoMore(Reason.RESTORED.sentence());
        write(window);
        Fx.run(() -> test.pass(Duration.ofSeconds(10)));
        await("it is posted behind what came back")
            .until(() -> test.workspace().feeds().log().count() == 3);
      }
    }
  }

  private void typeTheWords(OpenWindow window) {
    window.click("I already have an identity");
    window.reads("Bring your identity here");
    LineField field = window.node("welcome-words", LineField.class);
    CodeArea words = Fx.get(() -> (CodeArea) field.lookup(".code-area"));
    // Somebody whose keyboard is set otherwise: such a line in a text area throws out of the
    // layout.
    Fx.run(() -> words.setText("\u0643\u0644\u0645\u0629 ".repeat(40)));
    Fx.settle();
    Fx.run(() -> words.setText(String.join("\n", RecoveryWords.of(lena.keys()))));
    window.click("Restore from words");
    window.reads(Reason.RESTORED.sentence());
  }

  private static void call(OpenWindow window, TestPeer friend) {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    TextField field = window.node("peer-address", TextField.class);
    Fx.run(() -> field.setText(friend.address().toString()));
    window.click("peer-connect");
    window.reads("Connections, somebody is connected");
  }

  private static void write(OpenWindow window) {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Here I am again");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in");
  }
}
