package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.room.FakeRoom;
import org.tidings.ui.peers.AliasViewModel.Named;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class AliasViewModelTest {
  private static final Named ALICE = new Named("alice", "https://alice.room.example");

  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;
  private FakeRoom room;
  private AliasViewModel aliases;
  private volatile boolean silent;

  @BeforeEach
  void enter(@TempDir Path folder) throws IOException, InterruptedException {
    test = new TestWorkspace(folder, screen);
    test.goOnline();
    room =
        new FakeRoom(
            Procedure.async(Method.async("room.listAliases"), call -> list()),
            Procedure.async(Method.async("room.registerAlias"), AliasViewModelTest::register),
            Procedure.async(Method.async("room.revokeAlias"), call -> Body.json(JsonBool.TRUE)));
    test.workspace().replication().rooms().join(room.address().toString());
    aliases = new AliasViewModel(test.workspace(), room.id());
    aliases.ask("room.example");
    screen.until(() -> !names().isEmpty());
  }

  private Body list() throws RpcError {
    if (silent) {
      throw new RpcError("not telling");
    }
    return Body.json(JsonArray.of(Json.of("alice"), Json.of("NOT ONE")));
  }

  private static Body register(Call call) throws RpcError {
    String name = call.text(0, "a name");
    if (name.equals("taken")) {
      throw new RpcError("alias (taken) is already taken");
    }
    return Body.json(Json.of("https://" + name + ".room.example"));
  }

  @AfterEach
  void close() {
    room.close();
    test.close();
  }

  private List<Named> names() {
    return aliases.namesProperty().get();
  }

  @Test
  void namesThatTheRoomKnowsHaveTheirLinks() {
    assertThat(names()).containsExactly(ALICE);
    assertThat(AliasViewModel.link("alice", "127.0.0.1")).isEqualTo("https://127.0.0.1/alice");
  }

  @Test
  void whereTheRoomDoesNotTellWhichNamesItHasThatIsSaid() {
    assertThat(aliases.untoldProperty().get()).isFalse();
    silent = true;
    AliasViewModel untold = new AliasViewModel(test.workspace(), room.id());
    untold.ask("room.example");
    screen.until(untold.untoldProperty()::get);
    assertThat(untold.problemProperty().get()).isEmpty();
  }

  @Test
  void aNameIsRegisteredAndGivenUp() {
    aliases.textProperty().set(" mara ");
    aliases.register();
    screen.until(() -> names().size() == 2);
    Named mara = new Named("mara", "https://mara.room.example");
    assertThat(names()).containsExactly(ALICE, mara);
    assertThat(aliases.textProperty().get()).isEmpty();
    aliases.revoke(mara);
    assertThat(names()).contains(mara);
    test.workspace().notices().answer(true);
    screen.until(() -> names().equals(List.of(ALICE)));
  }

  @Test
  void whatTheRoomRefusesStaysInTheField() {
    aliases.textProperty().set("taken");
    aliases.register();
    screen.until(() -> aliases.problemProperty().get().isPresent());
    assertThat(aliases.problemProperty().get().orElseThrow().sentence()).contains("already taken");
    assertThat(aliases.textProperty().get()).isEqualTo("taken");
  }

  @Test
  void whatIsNoNameIsNotAskedFor() {
    aliases.textProperty().set("Two Words");
    aliases.register();
    assertThat(aliases.problemProperty().get()).isPresent();
    aliases.textProperty().set("two");
    assertThat(aliases.problemProperty().get()).isEmpty();
  }
}
