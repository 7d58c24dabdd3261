package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.TunnelAddress;

class TunnelRequestTest {
  private static final FeedId ROOM = SomeFeed.of("room").id();
  private static final FeedId BOB = SomeFeed.of("bob").id();
  private static final FeedId CAROL = SomeFeed.of("carol").id();

  @Test
  void aTunnelIsAskedForByTargetAndPortal() {
    JsonObject asked = TunnelRequest.to(TunnelAddress.through(ROOM, BOB)).json();
    assertThat(asked)
        .isEqualTo(
            JsonObject.builder()
                .put("target", BOB.toString())
                .put("portal", ROOM.toString())
                .build());
  }

  @Test
  void theRoomNamesWhoIsCalledAndWhoCalls() {
    TunnelRequest request = new TunnelRequest(ROOM, BOB, Optional.of(CAROL));
    assertThat(read(call("target", BOB, "portal", ROOM, "origin", CAROL))).hasValue(request);
    assertThat(read(call("target", BOB, "origin", CAROL))).hasValue(request);
  }

  @Test
  void aRoomSpeaksForNoOther() {
    assertThat(read(call("target", BOB, "portal", CAROL, "origin", CAROL))).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsNoRequest() {
    assertThat(read(call("target", BOB, "portal", ROOM))).isEmpty();
    assertThat(read(call("portal", ROOM, "origin", CAROL))).isEmpty();
    assertThat(read(Json.of(7))).isEmpty();
    assertThat(TunnelRequest.by(ROOM, Optional.empty())).isEmpty();
  }

  private static Optional<TunnelRequest> read(Json argument) {
    return TunnelRequest.by(ROOM, Optional.of(argument));
  }

  private static JsonObject call(Object... fields) {
    JsonObject.Builder call = JsonObject.builder();
    for (int i = 0; i < fields.length; i += 2) {
      call.put(fields[i].toString(), fields[i + 1].toString());
    }
    return call.build();
  }
}
