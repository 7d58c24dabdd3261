package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;

/// What every engine promises, beyond the vectors.
@BothEngines
record EngineTest(Engine engine) {
  private static final byte[] KEY = new byte[Engine.KEY_BYTES];
  private static final byte[] NONCE = new byte[Engine.NONCE_BYTES];
  private static final byte[] MESSAGE = {1, 2, 3};

  @Test
  void boxIsMadeAndOpenedWhereItLiesAtEveryOffsetAndLength() {
    var random = new Random(1);
    for (int offset = 0; offset < 9; offset++) {
      for (int length : new int[] {0, 1, 15, 18, 31, 32, 33, 63, 64, 100, 511, 512, 4096}) {
        byte[] plain = new byte[offset + Engine.MAC_BYTES + length + 5];
        random.nextBytes(plain);
        byte[] buffer = plain.clone();
        engine.seal(KEY, NONCE, buffer, offset, length);
        assertThat(engine.open(KEY, NONCE, buffer, offset, length + Engine.MAC_BYTES)).isTrue();
        Arrays.fill(buffer, offset, offset + Engine.MAC_BYTES, (byte) 0);
        Arrays.fill(plain, offset, offset + Engine.MAC_BYTES, (byte) 0);
        assertThat(buffer).as("offset %d, length %d", offset, length).isEqualTo(plain);
      }
    }
  }

  @Test
  void everyFlippedBitOfABoxIsNoticedWhereverItLies() {
    for (int offset = 0; offset < 2; offset++) {
      int length = Engine.MAC_BYTES + 7;
      byte[] buffer = new byte[offset + length];
      engine.seal(KEY, NONCE, buffer, offset, 7);
      for (int bit = offset * Byte.SIZE; bit < buffer.length * Byte.SIZE; bit++) {
        byte[] flipped = buffer.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        assertThat(engine.open(KEY, NONCE, flipped, offset, length)).isFalse();
      }
    }
  }

  @Test
  void boxShorterThanItsMacDoesNotOpen() {
    for (int length = 0; length < Engine.MAC_BYTES; length++) {
      assertThat(engine.open(KEY, NONCE, new byte[Engine.MAC_BYTES], 0, length)).isFalse();
    }
  }

  @Test
  void boxOutsideItsBufferIsRefused() {
    assertThatThrownBy(() -> engine.seal(KEY, NONCE, new byte[20], 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> engine.seal(KEY, NONCE, new byte[20], -4, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> engine.open(KEY, NONCE, new byte[20], 4, 17))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void signatureOfAnyOtherLengthIsNone() {
    byte[] signature = signed(MESSAGE);
    for (int length : new int[] {0, 1, 32, 63, 65, 128}) {
      byte[] other = Arrays.copyOf(signature, length);
      assertThat(engine.verifies(publicKey(), MESSAGE, other)).isFalse();
    }
    assertThat(engine.verifies(publicKey(), MESSAGE, signature)).isTrue();
  }

  @Test
  void everyFlippedBitOfASignatureIsNoticed() {
    byte[] signature = signed(MESSAGE);
    for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(engine.verifies(publicKey(), MESSAGE, flipped)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void keysAndNoncesOfAWrongLengthAreRefused() {
    byte[] wrong = new byte[31];
    byte[] box = new byte[64];
    assertThatIllegalArgumentException().isThrownBy(() -> engine.secretKey(wrong));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.curvePoint(wrong));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.curvePublic(wrong));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.agree(wrong, KEY));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.agree(KEY, wrong));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.verifies(wrong, MESSAGE, new byte[64]));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.seal(wrong, NONCE, box, 0, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.seal(KEY, wrong, box, 0, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.open(wrong, NONCE, box, 0, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.open(KEY, wrong, box, 0, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.secretKey(KEY).agree(wrong));
  }

  @Test
  void destroyedKeyTellsNoMoreThanItsPublicHalf() {
    SecretKey used = engine.secretKey(KEY);
    assertThat(used.sign(MESSAGE)).hasSize(Engine.SIGNATURE_BYTES);
    SecretKey unused = engine.secretKey(KEY);
    for (SecretKey key : new SecretKey[] {used, unused}) {
      key.destroy();
      key.destroy();
      assertThat(key.publicKey()).isEqualTo(publicKey());
      assertThatIllegalStateException().isThrownBy(key::seed);
      assertThatIllegalStateException().isThrownBy(() -> key.sign(MESSAGE));
      assertThatIllegalStateException().isThrownBy(() -> key.agree(KEY));
    }
  }

  @Test
  void keyHoldsItsOwnCopyOfTheSeed() {
    byte[] seed = KEY.clone();
    SecretKey key = engine.secretKey(seed);
    seed[0] = 1;
    key.publicKey()[0] ^= 1;
    key.seed()[0] = 1;
    assertThat(key.seed()).isEqualTo(KEY);
    assertThat(key.sign(MESSAGE)).isEqualTo(signed(MESSAGE));
    assertThat(key.publicKey()).isEqualTo(publicKey());
  }

  private byte[] publicKey() {
    return engine.secretKey(KEY).publicKey();
  }

  private byte[] signed(byte[] message) {
    SecretKey key = engine.secretKey(KEY);
    byte[] signature = key.sign(message);
    key.destroy();
    return signature;
  }
}
