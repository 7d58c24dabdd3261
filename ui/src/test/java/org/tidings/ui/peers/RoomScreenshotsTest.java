package org.tidings.ui.peers;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.log.PublishRefused;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.room.FakeRoom;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws a room with people in it, and one that we are not in.
@Tag("screenshots")
class RoomScreenshotsTest {
  private static final String LONG_NAME =
      "Maximiliana-Alexandrina von Hohenlohe-Waldenburg-Schillingsfürst zu Öhringen 🏰";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void room(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      test.goOnline();
      JsonArray there =
          JsonArray.ofStrings(
              Stream.of("Mara Lindqvist", LONG_NAME, "أميرة الشريف")
                  .map(name -> somebody(test, name))
                  .toList());
      try (FakeRoom room =
          new FakeRoom(
              FakeRoom.attendants(there),
              Procedure.async(
                  Method.async("room.listAliases"),
                  call -> Body.json(JsonArray.of(Json.of("mara"), Json.of("low-water")))))) {
        test.workspace().replication().rooms().join(room.address().toString());
        await()
            .until(
                () ->
                    !test.workspace()
                        .replication()
                        .rooms()
                        .all()
                        .getFirst()
                        .attendants()
                        .isEmpty());
        Drawing.of(theme)
            .draw("room", () -> RoomScreen.screen(test.workspace(), room.id()).content());
        Drawing.large(theme)
            .draw("room-large", () -> RoomScreen.screen(test.workspace(), room.id()).content());
      }
    }
  }

  private static String somebody(TestWorkspace test, String name) {
    SomeFeed feed = SomeFeed.of(name);
    feed.name(feed.id(), name);
    test.receive(feed);
    try {
      if (name.startsWith("Mara")) {
        test.workspace().feeds().publisher().publish(Contact.follow(feed.id()).toJson());
      }
    } catch (PublishRefused e) {
      throw new AssertionError(e);
    }
    return feed.id().toString();
  }
}
