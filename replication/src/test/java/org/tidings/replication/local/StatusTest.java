package org.tidings.replication.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.TestPeer;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.NetAddress;

/// What the owner says of its peers.
class StatusTest {
  @TempDir private Path temp;

  @Test
  void aPeerThatAnswersNowhereIsToldOfOnceWithTheAddressCalledLast() throws Exception {
    try (TestPeer peer = TestPeer.start(temp);
        OwnerNode owner =
            new OwnerNode(peer.feeds(), Optional.of(peer.replication()), InstantSource.system())) {
      NetAddress last = absentAt("127.0.0.3");
      for (NetAddress address : List.of(absentAt("127.0.0.2"), last)) {
        assertThatThrownBy(() -> peer.connect(address))
            .isInstanceOf(ConnectionFailedException.class);
      }

      List<Json> peers = owner.status().array("peers").orElseThrow().items();
      JsonObject told = peers.getFirst().asObject().orElseThrow();
      assertThat(peers).hasSize(1);
      assertThat(told.string("state")).hasValue("failed");
      assertThat(told.string("address")).hasValue(last.toString());
    }
  }

  /// Nobody listens there.
  private static NetAddress absentAt(String host) {
    return new NetAddress(host, 1, SomeKeys.of("bob").publicKey());
  }
}
