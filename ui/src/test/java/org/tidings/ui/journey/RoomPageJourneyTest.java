package org.tidings.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.transport.NetAddress;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody was given a link to a page of a room: at whichever step it fails, that is told where it
/// was pasted, and the link stays there.
@Tag("journey")
class RoomPageJourneyTest {
  private static final KeyPair MARA = SomeKeys.of("Mara");

  private TestWorkspace test;
  private OpenWindow window;
  private HttpServer server;
  private volatile String page = "";
  private volatile String claimed = "";

  @BeforeEach
  void openConnections(@TempDir Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", asked -> answer(asked, page));
    server.createContext("/claim", asked -> answer(asked, claimed));
    server.start();
    test = new TestWorkspace(folder, FxThread::run);
    test.goOnline();
    window = new OpenWindow(test);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
    server.stop(0);
  }

  private static void answer(HttpExchange asked, String words) throws IOException {
    byte[] answer = words.getBytes(UTF_8);
    asked.sendResponseHeaders(200, answer.length);
    asked.getResponseBody().write(answer);
    asked.close();
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private String invite() {
    return at("/join?invite=0123456789");
  }

  @Test
  void aPageThatIsOff() {
    String invite = invite();
    server.stop(0);
    refused(invite, "Ask the page of the room", "nothing answers at that port", "still works");
  }

  @Test
  void aPageThatIsNoneOfARoom() {
    page = "<html>Hello</html>";
    refused(invite(), "Be let in", "What answers at that page is no room.", "ask somebody");
  }

  @Test
  void anInviteThatTheRoomDoesNotTake() {
    page = "{\"status\":\"failed\",\"error\":\"this invite was used before\"}";
    refused(invite(), "Be let in", "The room says: this invite was used before", "ask somebody");
  }

  @Test
  void aRoomThatLetsInAndCannotBeCalled() {
    NetAddress nobody = new NetAddress("127.0.0.1", 9, MARA.publicKey());
    page =
        "{\"status\":\"successful\",\"invite\":\"0123456789\",\"postTo\":\"%s\"}"
            .formatted(at("/claim"));
    claimed = "{\"status\":\"successful\",\"multiserverAddress\":\"%s\"}".formatted(nobody);
    refused(invite(), "Call the room", "The room was not reached", "try the same invite again");
    window.reads("Be let in: done");
  }

  @Test
  void somebodyWhoIsNotThereNow() throws IOException {
    try (FakeRoom room = new FakeRoom()) {
      page = JsonWriter.compactText(room.alias("mara", MARA));
      refused(
          at("/mara"),
          "Call them through the room",
          "mara did not answer there",
          "Nothing is lost");
      assertThat(test.workspace().replication().rooms().all()).isEmpty();
    }
  }

  @Test
  void aNameThatWasGivenUp() {
    page = "{\"status\":\"failed\",\"error\":\"nobody has that name\"}";
    refused(
        at("/mara"),
        "Find them there",
        "The room says: nobody has that name",
        "given this name up");
  }

  @Test
  void aNameThatIsNotSignedByWhoHasIt() throws IOException {
    try (FakeRoom room = new FakeRoom()) {
      page = JsonWriter.compactText(room.alias("mara", MARA).with("alias", Json.of("jonas")));
      refused(at("/mara"), "Read the link", "it is not signed", "Ask them for their link again");
    }
  }

  private void refused(String link, String step, String why, String advice) {
    TextField field = window.node("peer-address", TextField.class);
    Fx.run(() -> field.setText(link));
    window.click("peer-connect");
    window.reads(step + ": did not work.");
    window.reads(why);
    window.reads(advice);
    assertThat(field.getText()).isEqualTo(link);
  }
}
