package org.tidings.crypto.handshake;

import java.security.SecureRandom;
import java.util.Arrays;
import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.handshake.Agreement.Side;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// The accepting side of the secret handshake, for one connection (protocol 4.1).
///
/// The steps are called once each and in this order: `readHello`, `hello`, `readAuth`, `accept`,
/// `keys`; anything else throws `IllegalStateException`. Whether the client may come in is the
/// caller's decision, between `readAuth` and `accept`; a client that may not sees only the closed
/// connection. After any exception the handshake is over. Confined to the connection's thread.
public final class ServerHandshake {
  private static final int AUTH_BYTES = Engine.SIGNATURE_BYTES + PublicKey.BYTES;

  private final NetworkKey network;
  private final KeyPair self;
  private final EphemeralKey ephemeral;
  private final Hello ourHello;
  private State state = new Fresh();

  /// A handshake with whoever dialled.
  public ServerHandshake(NetworkKey network, KeyPair self, SecureRandom random) {
    this(network, self, EphemeralKey.fresh(random));
  }

  ServerHandshake(NetworkKey network, KeyPair self, EphemeralKey ephemeral) {
    this.network = network;
    this.self = self;
    this.ephemeral = ephemeral;
    this.ourHello = Hello.of(network, ephemeral);
  }

  /// Takes the client's hello of 64 bytes.
  public void readHello(byte[] bytes) throws HandshakeException {
    if (!(leaveState() instanceof Fresh)) {
      throw outOfOrder("readHello");
    }
    Hello theirs = Hello.read(bytes, network);
    byte[] shared = ephemeral.agree(theirs.point());
    byte[] sharedWithUs = self.agree(theirs.point()).orElseThrow(HandshakeException::lowOrder);
    state = new Greeted(theirs, new Agreement(network, shared, sharedWithUs));
  }

  /// The 64 bytes to answer with.
  public byte[] hello() {
    if (!(leaveState() instanceof Greeted(Hello theirs, Agreement agreement))) {
      throw outOfOrder("hello");
    }
    state = new Agreed(theirs, agreement);
    return ourHello.bytes();
  }

  /// Takes the client's auth of 112 bytes; answers who it is.
  public PublicKey readAuth(byte[] letter) throws HandshakeException {
    if (!(leaveState() instanceof Agreed(Hello theirs, Agreement agreement))) {
      throw outOfOrder("readAuth");
    }
    Engine engine = ephemeral.engine();
    byte[] auth =
        Letter.open(
            letter,
            Engine.MAC_BYTES + AUTH_BYTES,
            agreement.authKey(),
            engine,
            "the client expected another server, or its auth was damaged");
    byte[] signature = Arrays.copyOf(auth, Engine.SIGNATURE_BYTES);
    byte[] name = Arrays.copyOfRange(auth, Engine.SIGNATURE_BYTES, AUTH_BYTES);
    PublicKey client = PublicKey.of(name);
    if (!engine.verifies(name, agreement.clientProof(self.publicKey()), signature)) {
      throw new HandshakeException("the client could not prove that it is " + client);
    }
    byte[] point = engine.curvePoint(name).orElseThrow(HandshakeException::lowOrder);
    byte[] key = agreement.acceptKey(ephemeral.agree(point));
    state = new Named(new Side(client, theirs), agreement.serverProof(auth), key);
    return client;
  }

  /// The 80 bytes that let the client in.
  public byte[] accept() {
    if (!(leaveState() instanceof Named(Side client, byte[] proof, byte[] key))) {
      throw outOfOrder("accept");
    }
    state = new Accepted(client, key);
    return Letter.seal(self.sign(proof), key, ephemeral.engine());
  }

  /// The keys of the box stream, once the client is let in.
  public BoxStreamKeys keys() {
    if (!(leaveState() instanceof Accepted(Side client, byte[] key))) {
      throw outOfOrder("keys");
    }
    return Agreement.streamKeys(key, new Side(self.publicKey(), ourHello), client);
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

  private record Greeted(Hello theirs, Agreement agreement) implements State {}

  private record Agreed(Hello theirs, Agreement agreement) implements State {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Named(Side client, byte[] proof, byte[] key) implements State {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Accepted(Side client, byte[] key) implements State {}

  private record Over() implements State {}
}
