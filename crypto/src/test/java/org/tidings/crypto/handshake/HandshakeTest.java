package org.tidings.crypto.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.boxstream.BoxReader;
import org.tidings.crypto.boxstream.BoxStreamException;
import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.boxstream.BoxWriter;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.crypto.key.SomeKeys;

/// Client against server, in the hands of honest and of careless or hostile callers.
class HandshakeTest {
  private static final NetworkKey OTHER_NETWORK = NetworkKey.of(new byte[32]);

  private final SecureRandom random = new SecureRandom();
  private final KeyPair alice = SomeKeys.of("alice");
  private final KeyPair bob = SomeKeys.of("bob");
  private final ClientHandshake client = dial(NetworkKey.MAIN, bob.publicKey());
  private final ServerHandshake server = new ServerHandshake(NetworkKey.MAIN, bob, random);

  @Test
  void bothSidesEndWithTheSameStreams() throws HandshakeException, BoxStreamException {
    hellos();
    assertThat(server.readAuth(client.auth())).isEqualTo(alice.publicKey());
    BoxStreamKeys ofClient = client.readAccept(server.accept());
    BoxStreamKeys ofServer = server.keys();
    assertThat(carried(ofClient, ofServer)).isEqualTo("hello");
    assertThat(carried(ofServer, ofClient)).isEqualTo("hello");
    assertThat(ofClient.sendKey()).isNotEqualTo(ofClient.receiveKey());
  }

  @Test
  void everyHandshakeHasKeysOfItsOwn() {
    assertThat(client.hello()).isNotEqualTo(dial(NetworkKey.MAIN, bob.publicKey()).hello());
  }

  @Nested
  class AgainstStrangers {
    @Test
    void serverTurnsAwayClientOfAnotherNetwork() {
      byte[] hello = dial(OTHER_NETWORK, bob.publicKey()).hello();
      assertThatThrownBy(() -> server.readHello(hello))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("another network");
    }

    @Test
    void clientTurnsAwayServerOfAnotherNetwork() {
      client.hello();
      byte[] hello = Hello.of(OTHER_NETWORK, EphemeralKey.fresh(random)).bytes();
      assertThatThrownBy(() -> client.readHello(hello))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("another network");
    }

    @Test
    void serverTurnsAwayClientThatWantedSomebodyElse() throws HandshakeException {
      ClientHandshake lost = dial(NetworkKey.MAIN, SomeKeys.of("carol").publicKey());
      server.readHello(lost.hello());
      lost.readHello(server.hello());
      assertThatThrownBy(() -> server.readAuth(lost.auth()))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("expected another server");
    }

    @Test
    void clientDoesNotGoOnTowardsAKeyThatIsNone() throws HandshakeException {
      ClientHandshake lost = dial(NetworkKey.MAIN, PublicKey.of(new byte[32]));
      server.readHello(lost.hello());
      assertThatThrownBy(() -> lost.readHello(server.hello()))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("nobody can be reached as @AAAA");
    }

    @Test
    void garbageOfAnyLengthIsRefusedAtEveryStep() throws HandshakeException {
      var garbage = new Random(3);
      for (int length : new int[] {0, 1, 63, 64, 65, 79, 80, 81, 111, 112, 113, 1000}) {
        byte[] bytes = new byte[length];
        garbage.nextBytes(bytes);
        var fresh = new ServerHandshake(NetworkKey.MAIN, bob, random);
        ClientHandshake dialling = dial(NetworkKey.MAIN, bob.publicKey());
        byte[] hello = dialling.hello();
        refused(() -> new ServerHandshake(NetworkKey.MAIN, bob, random).readHello(bytes));
        fresh.readHello(hello);
        dialling.readHello(fresh.hello());
        dialling.auth();
        refused(() -> fresh.readAuth(bytes));
        refused(() -> dialling.readAccept(bytes));
      }
    }

    private void refused(ThrowingCallable step) {
      assertThatThrownBy(step).isInstanceOf(HandshakeException.class);
    }

    @Test
    void everyFlippedByteOfAnAcceptIsNoticed() throws HandshakeException {
      for (int at = 0; at < 80; at++) {
        var answering = new ServerHandshake(NetworkKey.MAIN, bob, random);
        ClientHandshake dialling = dial(NetworkKey.MAIN, bob.publicKey());
        answering.readHello(dialling.hello());
        dialling.readHello(answering.hello());
        answering.readAuth(dialling.auth());
        byte[] accept = answering.accept();
        accept[at] ^= 1;
        refused(() -> dialling.readAccept(accept));
      }
    }
  }

  @Nested
  class OutOfOrder {
    @Test
    void clientStepsBeforeTheirTurnAreRefused() {
      outOfOrder(() -> dial(NetworkKey.MAIN, bob.publicKey()).readHello(new byte[64]));
      outOfOrder(() -> dial(NetworkKey.MAIN, bob.publicKey()).auth());
      outOfOrder(() -> dial(NetworkKey.MAIN, bob.publicKey()).readAccept(new byte[80]));
    }

    @Test
    void serverStepsBeforeTheirTurnAreRefused() {
      outOfOrder(() -> new ServerHandshake(NetworkKey.MAIN, bob, random).hello());
      outOfOrder(() -> new ServerHandshake(NetworkKey.MAIN, bob, random).readAuth(new byte[112]));
      outOfOrder(() -> new ServerHandshake(NetworkKey.MAIN, bob, random).accept());
      outOfOrder(() -> new ServerHandshake(NetworkKey.MAIN, bob, random).keys());
    }

    @Test
    void streamKeysAreNotHandedOutBeforeTheClientIsLetIn() throws HandshakeException {
      hellos();
      server.readAuth(client.auth());
      outOfOrder(server::keys);
    }

    @Test
    void noStepCanBeTakenTwice() throws HandshakeException {
      byte[] hello = client.hello();
      outOfOrder(client::hello);
      server.readHello(hello);
      outOfOrder(() -> server.readHello(hello));
    }

    @Test
    void keysAreHandedOutOnce() throws HandshakeException {
      hellos();
      server.readAuth(client.auth());
      byte[] accept = server.accept();
      client.readAccept(accept);
      server.keys();
      outOfOrder(server::keys);
      outOfOrder(() -> client.readAccept(accept));
    }

    @Test
    void nothingCanBeTriedAgainAfterARefusal() {
      byte[] hello = client.hello();
      byte[] damaged = hello.clone();
      damaged[0] ^= 1;
      assertThatThrownBy(() -> server.readHello(damaged)).isInstanceOf(HandshakeException.class);
      outOfOrder(() -> server.readHello(hello));
    }

    private void outOfOrder(ThrowingCallable step) {
      assertThatIllegalStateException()
          .isThrownBy(step)
          .withMessageContaining("out of order in this handshake");
    }
  }

  @Nested
  class Networks {
    @Test
    void mainNetworkHasThePublishedKey() {
      assertThat(HexFormat.of().formatHex(NetworkKey.MAIN.bytes()))
          .isEqualTo("d4a1cb88a66f02f8db635ce26441cc5dac1b08420ceaac230839b755845a9ffb");
    }

    @Test
    void keysAreReadFromBase64OfTheRightLengthOnly() {
      assertThat(NetworkKey.parseBase64("1KHLiKZvAvjbY1ziZEHMXawbCEIM6qwjCDm3VYRan/s="))
          .hasValue(NetworkKey.MAIN);
      assertThat(NetworkKey.parseBase64("")).isEmpty();
      assertThat(NetworkKey.parseBase64("1KHLiKZvAvjbY1ziZEHMXawbCEIM6qwjCDm3VYRan/s=AA"))
          .isEmpty();
      assertThat(NetworkKey.parseBase64("not base64!")).isEmpty();
      assertThat(NetworkKey.parseBase64("AAAA")).isEmpty();
    }

    @Test
    void keysAreEqualByTheirBytes() {
      assertThat(NetworkKey.of(NetworkKey.MAIN.bytes()))
          .isEqualTo(NetworkKey.MAIN)
          .hasSameHashCodeAs(NetworkKey.MAIN)
          .isNotEqualTo(OTHER_NETWORK);
    }
  }

  private void hellos() throws HandshakeException {
    server.readHello(client.hello());
    client.readHello(server.hello());
  }

  private ClientHandshake dial(NetworkKey network, PublicKey remote) {
    return new ClientHandshake(network, alice, remote, random);
  }

  private static String carried(BoxStreamKeys from, BoxStreamKeys to) throws BoxStreamException {
    byte[] wire = new BoxWriter(from).box("hello".getBytes(US_ASCII), 0, 5);
    var reader = new BoxReader(to);
    reader.feed(wire, 0, wire.length);
    byte[] target = new byte[10];
    int length = reader.read(target, 0, target.length);
    return new String(Arrays.copyOf(target, length), US_ASCII);
  }
}
