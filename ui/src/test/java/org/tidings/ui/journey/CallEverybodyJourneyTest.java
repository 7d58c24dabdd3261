package org.tidings.ui.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.local.PeerRecord;
import org.tidings.replication.TestPeer;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody knows that a friend is there again, and does not want to wait.
@Tag("journey")
class CallEverybodyJourneyTest {
  /// After these the next call is half an hour away.
  private static final int FAILURES = 20;

  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;
  private int port;

  @BeforeEach
  void waitForAFriend() throws IOException {
    test = TestWorkspace.calling(folder.resolve("we"), FxThread::run);
    try (TestPeer mara = TestPeer.start(friend())) {
      port = mara.address().port();
      test.workspace()
          .feeds()
          .peerMemory()
          .save(
              new PeerRecord(
                  mara.id(),
                  mara.address().toString(),
                  "direct",
                  true,
                  new PeerRecord.History(FAILURES, Optional.empty())));
    }
    test.goOnline();
    window =
        new OpenWindow(
            test.workspace().environment(), new WindowStart.Ready(test.workspace().services()));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.reads("Tries again at");
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @Test
  void everybodyIsCalledFromConnections() throws IOException {
    try (TestPeer _ = TestPeer.startAt(port, friend())) {
      window.click("Sync now");
      window.reads("Calling 1 address");
      window.reads("Connections, somebody is connected");
    }
  }

  @Test
  void everybodyIsCalledFromAnywhere() throws IOException {
    try (TestPeer _ = TestPeer.startAt(port, friend())) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
      window.press(KeyCode.CONTROL, KeyCode.K);
      window.type("sync");
      window.reads("Sync now");
      window.press(KeyCode.ENTER);
      window.reads("Connections, somebody is connected");
    }
  }

  private Path friend() {
    return folder.resolve("they");
  }
}
