package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;

/// A room is named on the command line as people see it.
class NamedRoomTest {
  private static final FeedId BAKERY = SomeFeed.of("bakery").id();
  private static final FeedId HARBOUR = SomeFeed.of("harbour").id();

  private final List<String> left = new ArrayList<>();
  private final Procedures rooms =
      Procedures.of(
          Procedure.async(
              Method.async("tidings.rooms.list"),
              call ->
                  Body.json(
                      new JsonArray(
                          List.of(
                              room(BAKERY, "Bakery", "bakery.example"),
                              room(HARBOUR, "Harbour", "harbour.example"),
                              room(SomeFeed.of("other").id(), "harbour", "other.example"))))),
          Procedure.async(
              Method.async("tidings.rooms.leave"),
              call -> {
                left.add(call.text(0, "a room"));
                return Body.json(Json.of(true));
              }));
  private Shell shell;

  @BeforeEach
  void begin(@TempDir Path temp) {
    shell = new Shell(temp);
    shell.type("whoami");
  }

  private static Json room(FeedId id, String name, String host) {
    return JsonObject.builder()
        .put("id", id.toString())
        .put("address", "net:" + host + ":8008~shs:" + id.toString().substring(1, 45))
        .put("name", name)
        .build();
  }

  private Shell.Answer leave(String room) throws Exception {
    try (FakeOwner _ = new FakeOwner(shell.places(), rooms)) {
      return shell.type("room", "leave", room);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bakery", "bakery.example", "ID", "BEGINNING", "BEGINNING…"})
  void byNameOrHostOrTheBeginningOfItsId(String word) throws Exception {
    String id = BAKERY.toString();
    String typed = word.replace("ID", id).replace("BEGINNING", id.substring(0, 9));
    assertThat(leave(typed).code()).isZero();
    assertThat(left).containsExactly(id);
  }

  @Test
  void whatMayBeSeveralIsRefused() throws Exception {
    assertThat(leave("harbour").refusal()).contains("may be several", HARBOUR + " Harbour");
    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"brewery", "@", "@…"})
  void whatIsNoneIsWrongUsage(String word) throws Exception {
    assertThat(leave(word).wrongUsage()).contains("'" + word + "' is not a feed id");
    assertThat(left).isEmpty();
  }
}
