package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;

/// That the driver drives.
@RequiresNpmPeers
class NpmPeerTest {

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void peersStartPublishAndRefuse(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer peer = NpmPeer.start(kind)) {
      assertThat(peer.address().id()).isEqualTo(peer.id());
      assertThat(JsonWriter.compactText(peer.tell("whoami"))).contains(peer.id().toString());
      JsonObject post = JsonObject.builder().put("type", "post").put("text", "hi").build();
      assertThat(
              peer.tell("publish", JsonObject.of("content", post)).asObject().orElseThrow().keys())
          .contains("key", "value");
      assertThatThrownBy(() -> peer.tell("nonsense")).hasMessageContaining("no such command");
    }
  }
}
