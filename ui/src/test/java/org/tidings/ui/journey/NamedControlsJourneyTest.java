package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.replication.TestPeer;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.room.RoomInvite;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;

/// Whatever can get the focus has a name and a role that a screen reader can say, in windows and
/// moments that are no place of their own.
@Tag("journey")
class NamedControlsJourneyTest {
  @TempDir private Path folder;
  private TestWorkspace test;

  @BeforeEach
  void goOnline() throws Exception {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    test.goOnline();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void atTheFirstStart() {
    WindowStart start =
        new WindowStart.FirstStart(() -> test.workspace().services(), test.restoration());
    try (OpenWindow window = open(start)) {
      assertThat(window.unspoken()).isEmpty();
      window.press(KeyCode.ENTER);
      window.reads("What shall others call you?");
      assertThat(window.unspoken()).isEmpty();
      window.click("Back");
      window.click("I already have an identity");
      window.reads("Bring your identity here");
      assertThat(window.unspoken()).isEmpty();
    }
  }

  @Test
  void whereTheFolderCannotBeOpened() {
    var refused = new WindowStart.Refused("The folder cannot be read.", Optional.empty());
    try (OpenWindow window = open(refused)) {
      window.reads("The folder cannot be read.");
      assertThat(window.unspoken()).isEmpty();
    }
  }

  @Test
  void inARoom() throws Exception {
    Json somebody = JsonArray.of(Json.of(SomeFeed.of("Mara").id().toString()));
    Procedure names =
        Procedure.async(
            Method.async("room.listAliases"), call -> Body.json(JsonArray.of(Json.of("lena"))));
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(somebody), names)) {
      test.workspace().replication().rooms().join(new RoomInvite.Open(room.address()).text());
      try (OpenWindow window = open(ready())) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.click("the friendliest room, You are there, with 1 other.");
        window.reads("Give up the name lena");
        assertThat(window.unspoken()).isEmpty();
      }
    }
  }

  @Test
  void amongConnections() throws Exception {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"));
        OpenWindow window = open(ready())) {
      peer.connect(test.workspace().replication().address());
      window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      window.reads("somebody is connected");
      assertThat(window.unspoken()).isEmpty();
    }
  }

  @Test
  void whereSomethingIsLookedForOrBegun() {
    try (OpenWindow window = open(ready())) {
      window.press(KeyCode.CONTROL, KeyCode.K);
      window.reads("Write a new post");
      assertThat(window.unspoken()).isEmpty();
      window.press(KeyCode.ESCAPE);
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
      window.reads("0 of 6 people");
      assertThat(window.unspoken()).isEmpty();
    }
  }

  private WindowStart ready() {
    return new WindowStart.Ready(test.workspace().services());
  }

  private OpenWindow open(WindowStart start) {
    return new OpenWindow(test.workspace().environment(), start);
  }
}
