package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.TestPeer;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// Connections between us and the existing peers, whoever dials.
@RequiresNpmPeers
class NpmConnectionTest {
  private static final Duration MEASURED_HANG_UP = Duration.ofSeconds(13);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void weCallAndAreAccepted(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder)) {
      ours.connect(peer.address());
      assertThat(ours.connected()).extracting(PeerStatus.Connected::peer).contains(peer.id());
      peer.tell("waitPeer", "id", ours.id().toString());
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void theyCallAndOurAnswersAreWhatTheyMatchOn(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder)) {
      peer.tell("connect", "address", ours.address().toString());
      await().until(() -> ours.connected().size() == 1);
      assertThatThrownBy(() -> call(peer, ours, "whoami"))
          .hasMessageEndingWith("method:whoami is not in list of allowed methods");
      assertThat(call(peer, ours, "manifest").toString()).contains("gossip");
    }
  }

  /// Old peers drop whoever has not returned their ping within eleven seconds.
  @Test
  void theirPingIsReturnedSoThatTheyStay() throws Exception {
    try (NpmPeer peer = NpmPeer.start(NpmPeer.Kind.LEGACY);
        TestPeer ours = TestPeer.start(folder)) {
      peer.tell("connect", "address", ours.address().toString());
      await().until(() -> ours.connected().size() == 1);
      await()
          .during(MEASURED_HANG_UP)
          .atMost(MEASURED_HANG_UP.multipliedBy(2))
          .until(() -> ours.connected().size() == 1);
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void anotherNetworkIsToldApart(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder, NetworkKey.of(new byte[32]))) {
      assertThatThrownBy(() -> ours.connect(peer.address()))
          .isInstanceOfSatisfying(
              ConnectionFailedException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.OTHER_NETWORK));
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void aWrongKeyIsRefused(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder.resolve("a"));
        TestPeer other = TestPeer.start(folder.resolve("b"))) {
      PeerAddress wrong =
          new NetAddress(peer.address().host(), peer.address().port(), other.address().key());
      assertThatThrownBy(() -> ours.connect(wrong))
          .isInstanceOfSatisfying(
              ConnectionFailedException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED));
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void whoComesFromAnotherNetworkOrForAnotherIsNotAnswered(NpmPeer.Kind kind) throws Exception {
    String elsewhere = Base64.getEncoder().encodeToString(new byte[32]);
    try (NpmPeer stranger = NpmPeer.start(kind, "--shs", elsewhere);
        NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder)) {
      assertThatThrownBy(() -> stranger.tell("connect", "address", ours.address().toString()))
          .isInstanceOf(IOException.class);
      NetAddress wrong =
          new NetAddress(ours.address().host(), ours.address().port(), stranger.address().key());
      assertThatThrownBy(() -> peer.tell("connect", "address", wrong.toString()))
          .isInstanceOf(IOException.class);
      assertThat(ours.connected()).isEmpty();
      peer.tell("connect", "address", ours.address().toString());
      await().until(() -> ours.connected().size() == 1);
    }
  }

  /// What they may not call, and what we do not have: they match on the words.
  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void whatIsNotForThemIsRefusedInTheirWords(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder)) {
      peer.tell("connect", "address", ours.address().toString());
      await().until(() -> ours.connected().size() == 1);
      for (String method : new String[] {"publish", "invite.use"}) {
        assertThatThrownBy(() -> call(peer, ours, method))
            .as(method)
            .hasMessageEndingWith(
                "method:" + method.replace('.', ',') + " is not in list of allowed methods");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void goodbyesAreUnderstoodBothWays(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder)) {
      ours.connect(peer.address());
      peer.tell("waitPeer", "id", ours.id().toString());
      peer.tell("disconnect", "id", ours.id().toString());
      await().until(() -> ours.connected().isEmpty());
      assertThat(ours.replication().peers())
          .anySatisfy(
              status ->
                  assertThat(status)
                      .isInstanceOfSatisfying(
                          PeerStatus.Failed.class,
                          failed -> assertThat(failed.failure()).isEqualTo(Failure.CLOSED)));
    }
  }

  private static Json call(NpmPeer peer, TestPeer ours, String method) throws Exception {
    return peer.tell(
        "rpc",
        JsonObject.builder()
            .put("peer", ours.id().toString())
            .put("method", method)
            .put("type", "async")
            .put("args", JsonArray.of())
            .build());
  }
}
