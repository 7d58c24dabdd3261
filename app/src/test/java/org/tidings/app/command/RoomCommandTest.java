package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.interop.NpmPeer;
import org.tidings.replication.interop.RequiresNpmPeers;

/// The words about rooms, typed with the program running beside and without.
@RequiresNpmPeers
@Timeout(120)
class RoomCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path temp;

  @Test
  void theRunningProgramGoesIntoRoomsAndLeavesThem() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2, "--name", "Bakery", "--mode", "community");
        ChildProcess us = headless()) {
      JsonObject ready = Json.parse(us.line()).asObject().orElseThrow();
      String id = room.id().toString();
      JsonObject joined = shell().type("room", "join", invite(room), "--json").json();
      assertThat(joined.keys()).containsExactly("id", "address", "name", "entered", "attendants");
      assertThat(joined.string("id")).hasValue(id);
      assertThat(joined.string("name")).hasValue("Bakery");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(shell().type("room", "list").out())
                      .isEqualTo(id + "  Bakery  0 others are there\n"));

      JsonObject page = shell().type("alias", "register", id, "alice", "--json").json();
      assertThat(page.string("page").orElseThrow()).endsWith("/alias/alice");
      assertThat(JsonWriter.compactText(room.tell("aliases")))
          .contains(ready.string("id").orElseThrow());
      assertThat(shell().type("alias", "meet", page.string("page").orElseThrow()).refusal())
          .contains("That alias is your own.");
      assertThat(shell().type("room", "sign-in", id).out()).startsWith("https://127.0.0.1/login?");
      assertThat(shell().type("alias", "revoke", id, "alice").out())
          .isEqualTo("alice is given up.\n");

      assertThat(shell().type("room", "leave", id, "--json").json().bool("left")).hasValue(true);
      assertThat(shell().type("room", "leave", id).refusal()).contains("No room of that id");
      assertThat(shell().type("room", "list").lines())
          .singleElement()
          .asString()
          .startsWith("You know no room yet.");
    }
  }

  @Test
  void withoutTheProgramARoomIsRememberedForIt() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(1, "--name", "Bakery")) {
      String id = room.id().toString();
      assertThat(shell().type("room", "join", room.address().toString()).out())
          .startsWith("You joined " + id + "  Bakery");
      assertThat(shell().type("room", "list").out()).startsWith(id + "  a room  not connected");
      assertThat(shell().type("room", "sign-in", id).refusal()).contains("no Tidings runs here");
      try (ChildProcess us = headless()) {
        us.line();
        await()
            .atMost(PATIENCE)
            .until(() -> JsonWriter.compactText(room.tell("attendants")).contains("@"));
      }
    }
  }

  @Test
  void whatIsNoInviteIsRefusedInASentence() {
    assertThat(shell().type("room", "join", "hello").wrongUsage())
        .startsWith("tidings: That is no address or invite of a room.");
  }

  @Test
  void aRoomWithoutAVerbIsWrongUsage() {
    assertThat(shell().type("room").code()).isEqualTo(Commands.WRONG_USAGE);
    assertThat(shell().type("alias", "nonsense").code()).isEqualTo(Commands.WRONG_USAGE);
    assertThat(shell().type("room", "leave", "nobody").code()).isEqualTo(Commands.WRONG_USAGE);
    assertThat(shell().type("room", "--help").out()).contains("join", "list", "leave", "sign-in");
  }

  private static String invite(NpmPeer room) throws Exception {
    return room.tell("createInvite").asObject().orElseThrow().string("url").orElseThrow();
  }

  private ChildProcess headless() throws Exception {
    return new ChildProcess(temp, "headless", "--host", "127.0.0.1", "--no-lan", "--port", "0");
  }

  private Shell shell() {
    return new Shell(temp);
  }
}
