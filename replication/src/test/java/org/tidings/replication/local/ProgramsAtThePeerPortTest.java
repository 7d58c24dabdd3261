package org.tidings.replication.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.replication.TestPeer;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.PipeChannel;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;

/// Programs of ours that were told where peers come, as tools of the network are: there one port is
/// for both.
class ProgramsAtThePeerPortTest {
  @TempDir private Path temp;
  private TestPeer peer;
  private OwnerNode owner;
  private LocalListener listener;

  @BeforeEach
  void start() throws IOException {
    peer = TestPeer.start(temp);
    owner = new OwnerNode(peer.feeds(), Optional.of(peer.replication()), InstantSource.system());
    listener =
        LocalListener.open(
            terms(),
            KeyPair.generate(new SecureRandom()).publicKey(),
            LocalListener.procedures(owner, List.of()),
            0);
    peer.replication().answerPrograms(listener::answers);
  }

  @AfterEach
  void stop() {
    listener.close();
    owner.close();
    peer.close();
  }

  @Test
  void aProgramOfOursIsAnsweredAndHoldsNothing() throws Exception {
    try (LocalClient program =
        LocalClient.dial(peer.address().port(), terms(), peer.address().key())) {
      assertThat(program.status().string("id")).hasValue(peer.id().toString());
    }
    assertThat(peer.replication().peers()).isEmpty();
    assertThat(peer.feeds().gate().state()).isEqualTo(new GateState.Open());
  }

  @Test
  void whoeverSpeaksAsAPeerWithOurKeyIsAnotherDevice() throws Exception {
    SecretChannel channel =
        new Dialer(terms(), Duration.ofSeconds(10), () -> Routes.DIRECT).dial(peer.address());
    try (RpcConnection twin =
        new RpcConnection(channel, peer.id(), Procedures.of(), RpcLimits.PEER).start()) {
      assertThatThrownBy(() -> twin.call(Method.async("ebt.clock"))).isInstanceOf(RpcError.class);
    }
    await().until(() -> peer.feeds().gate().state().equals(new GateState.Held(Reason.KEY_IN_USE)));
  }

  /// It may come, or have called nothing yet, when we end.
  @Test
  void aProgramThatCannotCallAnyMoreIsNoOtherDevice() throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    listener.close();
    CompletableFuture<Boolean> isOurs =
        CompletableFuture.supplyAsync(() -> listener.answers(accepted(pipe.get(1))));
    SecretChannel program = SecretChannel.dial(pipe.get(0), terms(), peer.address().key());
    assertThat(isOurs.get()).isTrue();
    program.close();
  }

  private SecretChannel accepted(PipeChannel channel) {
    try {
      return SecretChannel.accept(channel, terms(), key -> true);
    } catch (ConnectionFailedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private SecretChannel.Terms terms() {
    return new SecretChannel.Terms(
        NetworkKey.MAIN,
        peer.feeds().identity().keys(),
        new SecureRandom(),
        Duration.ofSeconds(10));
  }
}
