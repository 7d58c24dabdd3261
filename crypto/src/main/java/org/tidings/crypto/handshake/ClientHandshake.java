package org.tidings.crypto.handshake;

import java.security.SecureRandom;
import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.handshake.Agreement.Side;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// The dialling side of the secret handshake, for one connection (protocol 4.1).
///
/// The steps are called once each and in this order: `hello`, `readHello`, `auth`, `readAccept`;
/// anything else throws `IllegalStateException`. After any exception the handshake is over.
/// Confined to the connection's thread.
public final class ClientHandshake {
  private final NetworkKey network;
  private final KeyPair self;
  private final PublicKey remote;
  private final EphemeralKey ephemeral;
  private final Hello ourHello;
  private State state = new Fresh();

  /// A handshake with the server whose key is `remote`.
  public ClientHandshake(NetworkKey network, KeyPair self, PublicKey remote, SecureRandom random) {
    this(network, self, remote, EphemeralKey.fresh(random));
  }

  ClientHandshake(NetworkKey network, KeyPair self, PublicKey remote, EphemeralKey ephemeral) {
    this.network = network;
    this.self = self;
    this.remote = remote;
    this.ephemeral = ephemeral;
    this.ourHello = Hello.of(network, ephemeral);
  }

  /// The 64 bytes to send first.
  public byte[] hello() {
    if (!(leaveState() instanceof Fresh)) {
      throw outOfOrder("hello");
    }
    state = new Greeted();
    return ourHello.bytes();
  }

  /// Takes the server's hello of 64 bytes.
  public void readHello(byte[] bytes) throws HandshakeException {
    if (!(leaveState() instanceof Greeted)) {
      throw outOfOrder("readHello");
    }
    Hello theirs = Hello.read(bytes, network);
    byte[] serverPoint = pointOf(remote);
    state =
        new Agreed(
            theirs,
            new Agreement(network, ephemeral.agree(theirs.point()), ephemeral.agree(serverPoint)));
  }

  /// The 112 bytes to send next: who we are, for this server's eyes.
  public byte[] auth() {
    if (!(leaveState() instanceof Agreed(Hello theirs, Agreement agreement))) {
      throw outOfOrder("auth");
    }
    byte[] signature = self.sign(agreement.clientProof(remote));
    byte[] auth = Bytes.join(signature, self.publicKey().bytes());
    state = new Named(theirs, agreement, auth);
    return Letter.seal(auth, agreement.authKey(), ephemeral.engine());
  }

  /// Takes the server's accept of 80 bytes; answers the keys of the box stream.
  public BoxStreamKeys readAccept(byte[] accept) throws HandshakeException {
    if (!(leaveState() instanceof Named(Hello theirs, Agreement agreement, byte[] auth))) {
      throw outOfOrder("readAccept");
    }
    byte[] share = self.agree(theirs.point()).orElseThrow(HandshakeException::lowOrder);
    byte[] key = agreement.acceptKey(share);
    byte[] signature =
        Letter.open(
            accept,
            Engine.MAC_BYTES + Engine.SIGNATURE_BYTES,
            key,
            ephemeral.engine(),
            "the server's accept was damaged or forged");
    Engine engine = ephemeral.engine();
    if (!engine.verifies(remote.bytes(), agreement.serverProof(auth), signature)) {
      throw new HandshakeException("the server could not prove that it is " + remote);
    }
    return Agreement.streamKeys(
        key, new Side(self.publicKey(), ourHello), new Side(remote, theirs));
  }

  private byte[] pointOf(PublicKey server) throws HandshakeException {
    return ephemeral
        .engine()
        .curvePoint(server.bytes())
        .orElseThrow(() -> new HandshakeException("nobody can be reached as " + server));
  }

  /// Every step leaves its state for good, so that one that fails cannot be tried again.
  private State leaveState() {
    State left = state;
    state = new Over();
    return left;
  }

  private static IllegalStateException outOfOrder(String step) {
    return new IllegalStateException(step + " is out of order in this handshake");
  }

  private sealed interface State {}

  private record Fresh() implements State {}

  private record Greeted() implements State {}

  private record Agreed(Hello theirs, Agreement agreement) implements State {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Named(Hello theirs, Agreement agreement, byte[] auth) implements State {}

  private record Over() implements State {}
}
