package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.room.RoomInvite;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

@Tag("journey")
class RoomJourneyTest {
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private FakeRoom room;
  private OpenWindow window;

  @BeforeEach
  void openConnections(@TempDir Path folder) throws IOException {
    test = new TestWorkspace(folder, FxThread::run);
    mara.name(mara.id(), "Mara Lindqvist");
    test.receive(mara);
    test.goOnline();
    room =
        new FakeRoom(
            FakeRoom.attendants(JsonArray.of(Json.of(mara.id().toString()))),
            Procedure.async(
                Method.async("room.registerAlias"),
                call -> Body.json(Json.of("https://lena.room.example"))),
            Procedure.async(Method.async("room.revokeAlias"), call -> Body.json(JsonBool.TRUE)));
    window = new OpenWindow(test);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
  }

  @AfterEach
  void close() {
    window.close();
    room.close();
    test.close();
  }

  @Test
  void comingInSeeingWhoIsThereAndLeaving() {
    comeIn();
    window.reads("Mara Lindqvist, Not followed");
    window.reads("This room lets everybody in.");
    window.click("Leave this room");
    window.reads("Leave this room?");
    window.click("Leave");
    window.reads("Invites and addresses");
    window.eventually(
        "the room is forgotten", () -> test.workspace().replication().rooms().all().isEmpty());
    assertThat(window.canClick("peer-connect")).isTrue();
  }

  @Test
  void havingANameThereAndGivingItUp() {
    comeIn();
    window.click("alias-name");
    window.type("Lena");
    window.press(KeyCode.ENTER);
    window.reads("A name is made of small letters");
    TextField name = window.node("alias-name", TextField.class);
    Fx.run(() -> name.setText("lena"));
    window.press(KeyCode.ENTER);
    window.reads("https://lena.room.example");
    window.click("Give up the name lena");
    window.reads("Give this name up?");
    window.click("Give up");
    window.readsNoMore("https://lena.room.example");
  }

  private void comeIn() {
    TextField field = window.node("peer-address", TextField.class);
    Fx.run(() -> field.setText(new RoomInvite.Open(room.address()).text()));
    window.click("peer-connect");
    window.reads("You are in the room the friendliest room.");
    window.click("the friendliest room, You are there, with 1 other.");
  }
}
