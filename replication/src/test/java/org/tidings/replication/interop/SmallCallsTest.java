package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;

/// What the existing peers call beside replication gets the answers they look for.
@RequiresNpmPeers
class SmallCallsTest {

  private static final int NO_LIMIT = -1;
  private static final Method HISTORY = Method.source("createHistoryStream");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void wantsAreAnsweredByNoneAndStayOpen(NpmPeer.Kind kind) throws Exception {
    try (Meeting meeting = met(kind)) {
      JsonObject answer = call(meeting, "blobs.createWants", JsonArray.of());
      assertThat(JsonWriter.compactText(answer)).isEqualTo("{\"items\":[{}],\"ended\":false}");
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void ourHistoryIsReadWithOldAndNewOptions(NpmPeer.Kind kind) throws Exception {
    try (Meeting meeting = met(kind)) {
      for (int i = 1; i <= 4; i++) {
        meeting.wePost("post " + i);
      }
      assertThat(sequences(meeting, "seq", 2, NO_LIMIT)).containsExactly(2L, 3L, 4L);
      assertThat(sequences(meeting, "sequence", 1, 2)).containsExactly(1L, 2L);
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void ourHistoryHasKeysUnlessNoneAreWantedAndStaysOpenWhileLive(NpmPeer.Kind kind)
      throws Exception {
    try (Meeting meeting = met(kind)) {
      meeting.wePost("one");
      JsonObject.Builder plain =
          JsonObject.builder().put("id", meeting.ours.id().toString()).put("seq", 1);
      JsonObject ended = call(meeting, "createHistoryStream", JsonArray.of(plain.build()));
      assertThat(ended.bool("ended")).hasValue(true);
      assertThat(ended.toString()).contains("\"key\":\"%").contains("\"value\":{");
      JsonObject live = plain.put("live", JsonBool.TRUE).put("keys", JsonBool.FALSE).build();
      JsonObject open = call(meeting, "createHistoryStream", JsonArray.of(live));
      assertThat(open.bool("ended")).hasValue(false);
      assertThat(open.array("items").orElseThrow().items()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void theirHistoryIsReadFromWhereWeAskAndFromOldPeersLive(NpmPeer.Kind kind) throws Exception {
    try (Meeting meeting = met(kind)) {
      for (int i = 1; i <= 4; i++) {
        meeting.theyPost("post " + i);
        // A modern peer sends what was written in the same millisecond in any order.
        long written = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > written);
      }
      try (RpcConnection stranger = call(meeting.theirs)) {
        RpcStream part = stranger.open(HISTORY, theirs(meeting, 2).put("limit", 2).build());
        assertThat(sequence(part)).isEqualTo(2);
        assertThat(sequence(part)).isEqualTo(3);
        assertThat(part.receive()).isEmpty();
        RpcStream live =
            stranger.open(HISTORY, theirs(meeting, 4).put("live", JsonBool.TRUE).build());
        assertThat(sequence(live)).isEqualTo(4);
        if (kind == NpmPeer.Kind.LEGACY) {
          meeting.theyPost("post 5");
          assertThat(sequence(live)).isEqualTo(5);
        } else {
          assertThat(live.receive()).isEmpty();
        }
      }
    }
  }

  /// Connects to them as nobody they know.
  private static RpcConnection call(NpmPeer theirs) throws Exception {
    SecureRandom random = new SecureRandom();
    KeyPair stranger = KeyPair.generate(random);
    Duration patience = Duration.ofSeconds(10);
    var terms = new SecretChannel.Terms(NetworkKey.MAIN, stranger, random, patience);
    SecretChannel channel = new Dialer(terms, patience, () -> Routes.DIRECT).dial(theirs.address());
    return new RpcConnection(channel, theirs.id(), Procedures.of(), RpcLimits.PEER).start();
  }

  private static JsonObject.Builder theirs(Meeting meeting, int from) {
    return JsonObject.builder()
        .put("id", meeting.theirs.id().toString())
        .put("sequence", from)
        .put("seq", from)
        .put("keys", JsonBool.FALSE);
  }

  private static long sequence(RpcStream stream) throws Exception {
    JsonObject value = Json.parse(stream.receive().orElseThrow().bytes()).asObject().orElseThrow();
    return (long) value.number("sequence").orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void whatIsNoFeedIsSaidSo(NpmPeer.Kind kind) throws Exception {
    try (Meeting meeting = met(kind)) {
      JsonObject nonsense = JsonObject.builder().put("id", "nonsense").build();
      assertThatThrownBy(() -> call(meeting, "createHistoryStream", JsonArray.of(nonsense)))
          .hasMessageEndingWith("nonsense is not a feed");
    }
  }

  private Meeting met(NpmPeer.Kind kind) throws Exception {
    return new Encounter(kind, Encounter.Dialler.THEY).begin(folder).connect();
  }

  private static Stream<Long> sequences(Meeting meeting, String from, int first, int limit)
      throws Exception {
    JsonObject options =
        JsonObject.builder()
            .put("id", meeting.ours.id().toString())
            .put(from, first)
            .put("limit", limit)
            .put("keys", JsonBool.FALSE)
            .build();
    return call(meeting, "createHistoryStream", JsonArray.of(options))
        .array("items")
        .orElseThrow()
        .items()
        .stream()
        .map(item -> (long) item.asObject().orElseThrow().number("sequence").orElseThrow());
  }

  private static JsonObject call(Meeting meeting, String source, Json arguments) throws Exception {
    return meeting
        .theirs
        .tell(
            "rpc",
            JsonObject.builder()
                .put("peer", meeting.ours.id().toString())
                .put("method", source)
                .put("type", "source")
                .put("args", arguments)
                .put("quiet", 1000)
                .build())
        .asObject()
        .orElseThrow();
  }
}
