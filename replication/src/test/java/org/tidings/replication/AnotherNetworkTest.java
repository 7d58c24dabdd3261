package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerEvent;

/// What becomes of connections when the network is another one, or a line dies without a word, over
/// real sockets.
@Timeout(60)
class AnotherNetworkTest {
  private static final int FAST = 100_000;

  @TempDir private Path folder;

  /// The network is the same, as far as one can see from here.
  @Test
  void whoGivesNoSignThoughOneIsDueIsAsked() throws Exception {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    try (TestPeer alice = TestPeer.start(folder.resolve("alice"));
        Intruder peer =
            Intruder.at(alice, SomeKeys.of("mute"))
                .listening(frame -> heard.add(ScriptedPeer.shown(frame)))) {
      await().until(() -> heard.stream().anyMatch(said -> said.contains("createWants")));
      assertThat(heard).noneMatch(said -> said.contains("\"ping\""));
      await()
          .untilAsserted(
              () -> {
                long later = System.nanoTime() + Duration.ofSeconds(31).toNanos();
                alice.replication().switchboard().watch(later);
                assertThat(heard).anyMatch(said -> said.contains("\"ping\""));
              });
      assertThat(peer).isNotNull();
    }
  }

  /// It may still last for a minute.
  @Test
  void whoGivesNoSignIsSoonNotSaidToBeConnected() throws Exception {
    try (TestPeer alice = TestPeer.start(folder.resolve("alice"));
        Intruder mute = Intruder.at(alice, SomeKeys.of("mute"))) {
      await().until(() -> alice.connected().size() == 1);
      alice.replication().switchboard().tell(new PeerEvent.NetworkChanged());
      await().until(() -> alice.connected().isEmpty());
      assertThat(alice.replication().switchboard().connections().all()).hasSize(1);
      assertThat(mute).isNotNull();
    }
  }

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
