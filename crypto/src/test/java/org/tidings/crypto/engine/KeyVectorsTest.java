package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.Vector;

/// The published keys: what grows from a seed, and what X25519 makes of it.
@BothEngines
record KeyVectorsTest(Engine engine) {
  private static final byte[] BASE_POINT = point(9);

  @Test
  void seedGivesThePublishedKeysAndSignature() {
    assertThat(Vector.file("keys-and-boxes.json").objects("keys"))
        .hasSize(10)
        .allSatisfy(
            each -> {
              SecretKey key = engine.secretKey(each.hex("seed"));
              assertThat(key.publicKey()).isEqualTo(each.hex("publicKey"));
              assertThat(key.seed()).isEqualTo(each.hex("seed"));
              assertThat(key.sign(each.hex("message"))).isEqualTo(each.hex("signature"));
              key.destroy();
            });
  }

  @Test
  void keysConvertToTheirPublishedX25519Form() {
    assertThat(Vector.file("keys-and-boxes.json").objects("keys"))
        .allSatisfy(
            each -> {
              SecretKey key = engine.secretKey(each.hex("seed"));
              assertThat(engine.curvePoint(each.hex("publicKey")))
                  .hasValue(each.hex("curve25519Public"));
              assertThat(engine.curvePublic(each.hex("curve25519Secret")))
                  .isEqualTo(each.hex("curve25519Public"));
              assertThat(key.agree(BASE_POINT)).hasValue(each.hex("curve25519Public"));
              key.destroy();
            });
  }

  @Test
  void keysThatAreNoPointOfTheSubgroupAreNotConverted() {
    assertThat(Vector.file("keys-and-boxes.json").objects("conversions"))
        .hasSize(6)
        .allSatisfy(
            each ->
                assertThat(engine.curvePoint(each.hex("ed25519"))).as(each.text("what")).isEmpty());
  }

  @Test
  void lowOrderPointsAgreeOnNothing() {
    SecretKey key = engine.secretKey(new byte[Engine.KEY_BYTES]);
    assertThat(Vector.file("keys-and-boxes.json").objects("lowOrderX25519"))
        .hasSize(4)
        .allSatisfy(
            each -> {
              assertThat(engine.agree(each.hex("secret"), each.hex("point"))).isEmpty();
              assertThat(key.agree(each.hex("point"))).isEmpty();
            });
    key.destroy();
  }

  @Test
  void signaturesOfTheStandardAreMadeAndVerified() {
    assertThat(Vector.file("classic-crypto.json").objects("ed25519"))
        .hasSize(3)
        .allSatisfy(
            each -> {
              SecretKey key = engine.secretKey(each.hex("seed"));
              assertThat(key.publicKey()).isEqualTo(each.hex("publicKey"));
              assertThat(key.sign(each.hex("message"))).isEqualTo(each.hex("signature"));
              assertThat(
                      engine.verifies(
                          each.hex("publicKey"), each.hex("message"), each.hex("signature")))
                  .isTrue();
              key.destroy();
            });
  }

  @Test
  void wycheproofAgreementsAreThePublishedOnesAndNeverAllZero() {
    List<Vector> tests =
        Vector.file("external/wycheproof/x25519_test.json").objects("testGroups").stream()
            .flatMap(group -> group.objects("tests").stream())
            .toList();
    assertThat(tests)
        .hasSize(518)
        .allSatisfy(
            each -> {
              Optional<byte[]> shared = engine.agree(each.hex("private"), each.hex("public"));
              if (each.texts("flags").contains("ZeroSharedSecret")) {
                assertThat(shared).isEmpty();
              } else {
                assertThat(shared).hasValue(each.hex("shared"));
              }
            });
  }

  private static byte[] point(int u) {
    byte[] point = new byte[Engine.KEY_BYTES];
    point[0] = (byte) u;
    return point;
  }
}
