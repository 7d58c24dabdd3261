package org.tidings.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.engine.Engine;

@BothEngines
record KeyPairTest(Engine engine) {
  private static final byte[] MESSAGE = {1, 2, 3};

  @Test
  void seedDeterminesTheWholePair() {
    KeyPair one = KeyPair.fromSeed(new byte[32], engine);
    KeyPair other = KeyPair.fromSeed(new byte[32]);
    assertThat(one.publicKey()).isEqualTo(other.publicKey());
    assertThat(one.sign(MESSAGE)).isEqualTo(other.sign(MESSAGE));
    assertThat(one.seed()).isEqualTo(new byte[32]);
  }

  @Test
  void newPairsDiffer() {
    var random = new SecureRandom();
    KeyPair one = KeyPair.generate(random);
    assertThat(one.publicKey()).isNotEqualTo(KeyPair.generate(random).publicKey());
    assertThat(one.publicKey().verifies(MESSAGE, one.sign(MESSAGE))).isTrue();
  }

  @Test
  void twoPairsAgreeOnTheSameSecret() {
    KeyPair one = KeyPair.fromSeed(seed(1), engine);
    KeyPair other = KeyPair.fromSeed(seed(2), engine);
    byte[] pointOfOne = engine.curvePoint(one.publicKey().bytes()).orElseThrow();
    byte[] pointOfOther = engine.curvePoint(other.publicKey().bytes()).orElseThrow();
    assertThat(one.agree(pointOfOther)).hasValue(other.agree(pointOfOne).orElseThrow());
  }

  @Test
  void pairIsNeverPrintedWithItsSecret() {
    KeyPair keys = KeyPair.fromSeed(new byte[32], engine);
    assertThat(keys).hasToString(keys.publicKey().toString());
  }

  @Test
  void destroyedPairKeepsOnlyItsName() {
    KeyPair keys = KeyPair.fromSeed(new byte[32], engine);
    PublicKey name = keys.publicKey();
    keys.destroy();
    assertThat(keys.publicKey()).isEqualTo(name);
    assertThatIllegalStateException().isThrownBy(() -> keys.sign(MESSAGE));
    assertThatIllegalStateException().isThrownBy(keys::seed);
  }

  @Test
  void seedOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromSeed(seed(1, 31), engine));
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromSeed(seed(1, 64), engine));
  }

  @Test
  void manyThreadsMaySignWhileOneDestroys() throws InterruptedException, ExecutionException {
    KeyPair keys = KeyPair.fromSeed(new byte[32], engine);
    byte[] right = KeyPair.fromSeed(new byte[32], engine).sign(MESSAGE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> signers =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> signs(keys, right))).toList();
      keys.sign(MESSAGE);
      keys.destroy();
      for (Future<Boolean> signer : signers) {
        assertThat(signer.get()).isTrue();
      }
    }
  }

  /// Whether every signature was right until the key was gone.
  private static boolean signs(KeyPair keys, byte[] right) {
    for (int i = 0; i < 100_000; i++) {
      try {
        if (!Arrays.equals(keys.sign(MESSAGE), right)) {
          return false;
        }
      } catch (IllegalStateException destroyed) {
        return true;
      }
    }
    return false;
  }

  private static byte[] seed(int number) {
    return seed(number, 32);
  }

  private static byte[] seed(int number, int length) {
    byte[] seed = new byte[length];
    seed[0] = (byte) number;
    seed[1] = (byte) (number >>> Byte.SIZE);
    return seed;
  }
}
