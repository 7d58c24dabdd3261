package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.replication.peer.PeerEvent;

/// What becomes of connections when the network is another one, over real sockets.
@Timeout(60)
class AnotherNetworkTest {
  private static final int FAST = 100_000;

  @TempDir private Path folder;

  @Test
  void aLineThatFellSilentIsMadeAnewAndAGoodOneIsKept() throws Exception {
    try (TestPeer alice = TestPeer.startCalling(folder.resolve("alice"));
        TestPeer bob = TestPeer.start(folder.resolve("bob"));
        TestPeer carol = TestPeer.start(folder.resolve("carol"));
        CuttingRelay line = new CuttingRelay(bob.address(), FAST)) {
      alice.connect(line.address());
      alice.connect(carol.address());
      await().until(() -> !bob.connected().isEmpty());
      var toBob = bob.connected().getFirst().link().since();
      var toCarol = carol.connected().getFirst().link().since();

      line.silence();
      alice.replication().switchboard().tell(new PeerEvent.NetworkChanged());

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(bob.connected())
                      .singleElement()
                      .matches(one -> one.link().since().isAfter(toBob)));
      assertThat(alice.connected()).hasSize(2);
      assertThat(carol.connected())
          .singleElement()
          .matches(one -> one.link().since().equals(toCarol));
    }
  }
}
