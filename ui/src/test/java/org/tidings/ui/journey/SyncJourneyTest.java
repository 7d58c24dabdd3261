package org.tidings.ui.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.sync.ScriptedFriend;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("journey")
class SyncJourneyTest {
  @Test
  void catchingUpIsShownAndStopsNobodyFromReading(@TempDir Path folder)
      throws IOException, PublishRefused {
    SomeFeed mara = SomeFeed.of("Mara");
    mara.name(mara.id(), "Mara Lindqvist");
    IntStream.range(0, 39).forEach(post -> mara.post("Post " + post));
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
      test.goOnline();
      try (OpenWindow window = new OpenWindow(test)) {
        follow(window, mara, test);
        window.readsNoMore("Catching up");
      }
    }
  }

  private static void follow(OpenWindow window, SomeFeed mara, TestWorkspace test)
      throws IOException {
    try (ScriptedFriend friend =
        new ScriptedFriend(mara, test.workspace().replication().address())) {
      friend.claims(Map.of(mara.id(), 3_000));
      window.reads("Catching up: 0 of 3,000 messages");
      friend.sends(mara);
      window.reads("Catching up: 40 of 3,000 messages");
      window.reads("Post 38");
      window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      window.reads("0 of 1 person up to date");
      window.reads("2,960 messages to come from Mara Lindqvist");
    }
  }
}
