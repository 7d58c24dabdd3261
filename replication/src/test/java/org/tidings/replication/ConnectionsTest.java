package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PipeChannel;
import org.tidings.replication.transport.SecretChannel;

/// Connections with a peer, of which one may be too many, and what is told of them.
@Timeout(60)
class ConnectionsTest {
  private static final BlobId WANTED = BlobId.of(ByteBuffer.allocate(32).putInt(7).array());
  private static final String CREATE_WANTS =
      "{\"name\":[\"blobs\",\"createWants\"],\"args\":[],\"type\":\"source\"}";

  @TempDir private Path folder;
  private TempFeeds temp;
  private Protocols protocols;
  private Connections connections;
  private final Queue<PeerEvent.Down> ended = new ConcurrentLinkedQueue<>();
  private volatile boolean isTooMany;

  @BeforeEach
  void start() {
    temp = new TempFeeds(folder);
    protocols = Protocols.of(temp.feeds(), InstantSource.system());
    connections =
        new Connections(protocols.all(), InstantSource.system(), this::schedule, peer -> true);
  }

  @AfterEach
  void stop() {
    connections.all().forEach(session -> session.connection().abort(new IOException("over")));
    connections.awaitNone();
    protocols.close();
    temp.close();
  }

  private void schedule(PeerEvent event) {
    if (event instanceof PeerEvent.Up up && isTooMany) {
      connections.find(up.link()).ifPresent(session -> session.close(Failure.DUPLICATE));
    }
    if (event instanceof PeerEvent.Down down) {
      ended.add(down);
    }
  }

  @Test
  void whatIsCalledOnOneThatIsLeftAlreadyIsNotServed() throws Exception {
    protocols.blobs().want(WANTED);
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    ScriptedPeer first = new ScriptedPeer(connect().channel);
    first.streams(1, Intruder.REPLICATE).streams(2, CREATE_WANTS);
    Thread.ofVirtual().start(() -> listen(first, heard));
    await().until(() -> asked() == 1);

    isTooMany = true;
    Running second = connect();
    ScriptedPeer again = new ScriptedPeer(second.channel);
    again.streams(1, Intruder.REPLICATE).streams(2, CREATE_WANTS);
    await().during(Duration.ofMillis(300)).until(() -> asked() == 1);
    again.saysGoodbye();
    second.thread.join();
    assertThat(asked()).isEqualTo(1);
    assertThat(heard).noneMatch(frame -> frame.contains("reconnected to peer"));
  }

  @Test
  void thatItBroughtSomethingIsToldWithItsEnd() throws Exception {
    Running idle = connect();
    idle.channel.close();
    idle.thread.join();
    Running useful = connect();
    connections.all().forEach(live -> live.session().progress().good());
    useful.channel.close();
    useful.thread.join();
    assertThat(ended).extracting(PeerEvent.Down::brought).containsExactly(false, true);
  }

  @Test
  void aFaultInAProtocolEndsIt() throws Exception {
    PeerProtocol faulty =
        (session, connection) -> {
          throw new IllegalStateException("bug");
        };
    connections =
        new Connections(List.of(faulty), InstantSource.system(), this::schedule, peer -> true);
    connect().thread.join();
    assertThat(ended).extracting(PeerEvent.Down::failure).containsExactly(Failure.DROPPED);
  }

  private int asked() {
    return protocols.blobs().status(WANTED) instanceof BlobStatus.Asking(int peers) ? peers : 0;
  }

  /// The other end of a connection, and the thread on which it runs.
  private record Running(SecretChannel channel, Thread thread) {}

  private Running connect() throws ConnectionFailedException {
    List<PipeChannel> pipe = PipeChannel.pair();
    KeyPair ours = temp.feeds().identity().keys();
    CompletableFuture<SecretChannel> accepted = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> accept(pipe.get(1), ours, accepted));
    SecretChannel there =
        SecretChannel.dial(pipe.get(0), SomeHost.terms(SomeKeys.of("alice")), ours.publicKey());
    LiveSession session =
        connections.begin(
            accepted.join(),
            new Connections.Origin(
                PeerSession.Direction.INCOMING, PeerSession.Path.LAN, Optional.empty()));
    return new Running(there, Thread.ofVirtual().start(() -> connections.run(session)));
  }

  private static void accept(
      PipeChannel channel, KeyPair ours, CompletableFuture<SecretChannel> accepted) {
    try {
      accepted.complete(SecretChannel.accept(channel, SomeHost.terms(ours), key -> true));
    } catch (ConnectionFailedException failure) {
      accepted.completeExceptionally(failure);
    }
  }

  private static void listen(ScriptedPeer peer, Queue<String> heard) {
    try {
      for (Optional<Frame> frame = peer.hears(); frame.isPresent(); frame = peer.hears()) {
        heard.add(ScriptedPeer.shown(frame.get()));
      }
    } catch (IOException over) {
      peer.close();
    }
  }
}
