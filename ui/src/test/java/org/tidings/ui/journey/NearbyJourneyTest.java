package org.tidings.ui.journey;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Post;
import org.tidings.replication.TestPeer;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody else is on the same network.
@Tag("journey")
class NearbyJourneyTest {
  @Test
  void whoIsFoundNearbyIsFollowedAndTheirNextPostArrivesLive(@TempDir Path folder)
      throws Exception {
    try (TestPeer mara = TestPeer.start(folder.resolve("they"));
        TestWorkspace test = new TestWorkspace(folder.resolve("we"), FxThread::run)) {
      mara.feeds().publisher().publish(About.name(mara.id(), "Mara Lindqvist").toJson());
      test.goOnline();
      try (OpenWindow window = new OpenWindow(test)) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.reads("Nobody is connected.");
        mara.announceTo(test.workspace().replication());
        window.reads("Somebody is nearby.");
        window.reads("On the same network");
        window.click("Connect to " + called(mara, test));
        window.reads("You do not follow them yet.");
        window.click("Follow");
        window.reads("Connected to Mara Lindqvist.");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.reads("Nothing here yet");
        mara.feeds().publisher().publish(Post.root("Low tide at six").toJson());
        window.reads("Low tide at six");
      }
    }
  }

  /// By what somebody goes of whom nothing has arrived.
  private static String called(TestPeer who, TestWorkspace test) {
    return test.workspace().feeds().profiles().byline(who.id()).name();
  }
}
