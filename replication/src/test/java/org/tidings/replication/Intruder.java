package org.tidings.replication;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.TcpChannel;

/// Somebody who calls a peer of ours over TCP, shakes hands as is right, and then says what a test
/// wants, however wrong. One thread may speak while another listens.
final class Intruder implements AutoCloseable {
  static final String REPLICATE =
      "{\"name\":[\"ebt\",\"replicate\"],\"args\":[{\"version\":3,\"format\":\"classic\"}],"
          + "\"type\":\"duplex\"}";

  private static final int PATIENCE_MS = 60_000;
  private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

  private final TcpChannel wire;
  private final ScriptedPeer peer;

  private Intruder(TcpChannel wire, SecretChannel channel) {
    this.wire = wire;
    this.peer = new ScriptedPeer(channel);
  }

  /// Comes in at `victim`, from another address than the honest have.
  static Intruder at(TestPeer victim, KeyPair keys) throws IOException {
    return at(victim, keys, ELSEWHERE);
  }

  /// The same from there.
  static Intruder at(TestPeer victim, KeyPair keys, InetAddress from) throws IOException {
    Socket socket = socket(victim, from);
    socket.setSoTimeout(PATIENCE_MS);
    TcpChannel wire = new TcpChannel(socket);
    var terms =
        new SecretChannel.Terms(NetworkKey.MAIN, keys, new SecureRandom(), Duration.ofSeconds(10));
    return new Intruder(wire, SecretChannel.dial(wire, terms, victim.address().key()));
  }

  /// A connection that has said nothing yet.
  static Socket socket(TestPeer victim, InetAddress from) throws IOException {
    return new Socket(
        InetAddress.ofLiteral(victim.address().host()), victim.address().port(), from, 0);
  }

  /// Speaks muxrpc.
  ScriptedPeer says() {
    return peer;
  }

  /// Sends bytes past the box stream.
  void sendsUnsealed(byte... bytes) throws IOException {
    wire.write(bytes, 0, bytes.length);
  }

  /// Hears all that comes, on a thread of its own.
  Intruder listening(Consumer<Frame> heard) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                for (Optional<Frame> f = peer.hears(); f.isPresent(); f = peer.hears()) {
                  heard.accept(f.get());
                }
              } catch (IOException over) {
                close();
              }
            });
    return this;
  }

  /// Hears until the other side hangs up; it must, and before our patience ends.
  void awaitCut() {
    try {
      while (peer.hears().isPresent()) {
        // What is said on the way does not matter.
      }
    } catch (SocketTimeoutException silent) {
      throw new AssertionError("the other side did not hang up", silent);
    } catch (IOException cut) {
      close();
    }
  }

  @Override
  public void close() {
    peer.close();
  }
}
