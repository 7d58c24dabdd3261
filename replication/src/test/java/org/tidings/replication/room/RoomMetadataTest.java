package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;

class RoomMetadataTest {

  @Test
  void aRoomOfTheSecondKindTellsAllAboutItself() {
    assertThat(read("{'name':'a room','membership':false,'features':['tunnel','alias']}"))
        .hasValue(new RoomMetadata("a room", false, Set.of("tunnel", "alias")));
  }

  @Test
  void aRoomOfTheFirstKindTellsLittle() {
    assertThat(read("{'name':'a room','description':'for tests'}"))
        .hasValue(new RoomMetadata("a room", true, Set.of()));
    assertThat(read("true")).hasValue(new RoomMetadata("", true, Set.of()));
  }

  @Test
  void whoSaysNoIsNoRoom() {
    assertThat(read("false")).isEmpty();
    assertThat(read("null")).isEmpty();
    assertThat(read("7")).isEmpty();
  }

  @Test
  void namesAreOneLineOfAFewWords() {
    String name =
        read("{'name':'%s','features':7}".formatted("a\\nb".repeat(100))).orElseThrow().name();
    assertThat(name).hasSize(80).startsWith("a ba b");
  }

  private static Optional<RoomMetadata> read(String json) {
    try {
      return RoomMetadata.in(Json.parse(json.replace('\'', '"')));
    } catch (JsonException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
