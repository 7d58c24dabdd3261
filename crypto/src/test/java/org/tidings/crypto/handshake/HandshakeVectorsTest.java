package org.tidings.crypto.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.Vector;
import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// The published handshakes, each played once as client and once as server against the recorded
/// other side, and the attacks, against the side that must notice.
@BothEngines
record HandshakeVectorsTest(Engine engine) {
  private static final List<Vector> CASES = Vector.file("secret-handshake.json").objects("cases");

  @Test
  void clientSaysWhatWasRecorded() {
    assertThat(CASES)
        .filteredOn(each -> each.text("result").equals("ok"))
        .hasSize(7)
        .allSatisfy(
            each -> {
              ClientHandshake client = client(each);
              assertThat(client.hello()).isEqualTo(each.hex("msg1"));
              client.readHello(each.hex("msg2"));
              assertThat(client.auth()).isEqualTo(each.hex("msg3"));
              BoxStreamKeys keys = client.readAccept(each.hex("msg4"));
              assertThat(keys.sendKey()).isEqualTo(each.hex("clientEncryptKey"));
              assertThat(keys.sendNonce()).isEqualTo(each.hex("clientEncryptNonce"));
              assertThat(keys.receiveKey()).isEqualTo(each.hex("clientDecryptKey"));
              assertThat(keys.receiveNonce()).isEqualTo(each.hex("clientDecryptNonce"));
            });
  }

  @Test
  void serverSaysWhatWasRecorded() {
    assertThat(CASES)
        .filteredOn(each -> each.text("result").equals("ok"))
        .allSatisfy(
            each -> {
              ServerHandshake server = server(each);
              server.readHello(each.hex("msg1"));
              assertThat(server.hello()).isEqualTo(each.hex("msg2"));
              PublicKey client = server.readAuth(each.hex("msg3"));
              assertThat(client.bytes()).isEqualTo(each.hex("clientPublic"));
              assertThat(server.accept()).isEqualTo(each.hex("msg4"));
              BoxStreamKeys keys = server.keys();
              assertThat(keys.sendKey()).isEqualTo(each.hex("clientDecryptKey"));
              assertThat(keys.sendNonce()).isEqualTo(each.hex("clientDecryptNonce"));
              assertThat(keys.receiveKey()).isEqualTo(each.hex("clientEncryptKey"));
              assertThat(keys.receiveNonce()).isEqualTo(each.hex("clientEncryptNonce"));
            });
  }

  @Test
  void serverNoticesEachAttackAtTheRecordedStep() {
    assertThat(CASES)
        .filteredOn(each -> each.optionalText("rejectedBy").equals(Optional.of("server")))
        .hasSize(17)
        .allSatisfy(
            each -> {
              ServerHandshake server = server(each);
              if (each.text("at").equals("msg1")) {
                assertThatThrownBy(() -> server.readHello(each.hex("msg1")))
                    .isInstanceOf(HandshakeException.class);
              } else {
                server.readHello(each.hex("msg1"));
                server.hello();
                assertThatThrownBy(() -> server.readAuth(each.hex("msg3")))
                    .isInstanceOf(HandshakeException.class);
              }
            });
  }

  @Test
  void clientNoticesEachAttackAtTheRecordedStep() {
    assertThat(CASES)
        .filteredOn(each -> each.optionalText("rejectedBy").equals(Optional.of("client")))
        .hasSize(4)
        .allSatisfy(
            each -> {
              ClientHandshake client = client(each);
              assertThat(client.hello()).isEqualTo(each.hex("msg1"));
              if (each.text("at").equals("msg2")) {
                assertThatThrownBy(() -> client.readHello(each.hex("msg2")))
                    .isInstanceOf(HandshakeException.class);
              } else {
                client.readHello(each.hex("msg2"));
                assertThat(client.auth()).isEqualTo(each.hex("msg3"));
                assertThatThrownBy(() -> client.readAccept(each.hex("msg4")))
                    .isInstanceOf(HandshakeException.class);
              }
            });
  }

  private ClientHandshake client(Vector each) {
    return new ClientHandshake(
        NetworkKey.of(each.hex("clientAppKey")),
        KeyPair.fromSeed(each.hex("clientSeed"), engine),
        PublicKey.of(each.hex("clientBelievesServer")),
        EphemeralKey.of(each.hex("clientEphemeralSecret"), engine));
  }

  private ServerHandshake server(Vector each) {
    return new ServerHandshake(
        NetworkKey.of(each.hex("serverAppKey")),
        KeyPair.fromSeed(each.hex("serverSeed"), engine),
        EphemeralKey.of(each.hex("serverEphemeralSecret"), engine));
  }
}
