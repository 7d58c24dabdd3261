package org.tidings.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.Vector;

class PublicKeyTest {
  private static final String A = "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=";

  @Test
  void base64GoesThereAndBack() {
    PublicKey key = PublicKey.parseBase64(A).orElseThrow();
    assertThat(key.base64()).isEqualTo(A);
    assertThat(key).hasToString("@" + A + ".ed25519");
    assertThat(PublicKey.of(key.bytes())).isEqualTo(key).hasSameHashCodeAs(key);
  }

  @Test
  void publishedIdsAreThoseOfTheirKeys() {
    assertThat(Vector.file("keys-and-boxes.json").objects("keys"))
        .allSatisfy(
            each ->
                assertThat(PublicKey.of(each.hex("publicKey"))).hasToString(each.text("feedId")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg",
        "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg= ",
        "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",
        "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbh=",
        "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbgA",
        "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMg==",
        "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMb\u00e9="
      })
  void anyOtherSpellingIsNoKey(String text) {
    assertThat(PublicKey.parseBase64(text)).isEmpty();
  }

  @Test
  void keyIsAValueNobodyCanChange() {
    byte[] bytes = new byte[32];
    PublicKey key = PublicKey.of(bytes);
    bytes[0] = 1;
    key.bytes()[1] = 1;
    assertThat(key.bytes()).isEqualTo(new byte[32]);
    assertThat(key).isNotEqualTo(PublicKey.of(bytes)).isNotEqualTo(A);
  }

  @Test
  void otherLengthsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PublicKey.of(new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> PublicKey.of(new byte[33]));
  }

  @Test
  void keyVerifiesWhatItsOwnerSignedAndNothingElse() {
    KeyPair alice = SomeKeys.of("alice");
    byte[] message = {1, 2, 3};
    byte[] signature = alice.sign(message);
    assertThat(alice.publicKey().verifies(message, signature)).isTrue();
    assertThat(alice.publicKey().verifies(new byte[] {1, 2}, signature)).isFalse();
    assertThat(SomeKeys.of("bob").publicKey().verifies(message, signature)).isFalse();
  }
}
