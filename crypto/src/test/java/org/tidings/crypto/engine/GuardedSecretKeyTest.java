package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Guarded memory ends at some sixteen thousand pieces, and the process with it: these tests fail
/// by taking the whole run down.
class GuardedSecretKeyTest {
  private static final int MORE_THAN_THERE_IS = 20_000;

  private final Engine engine = new SodiumEngine();

  @Test
  void destroyedKeysGiveTheirMemoryBack() {
    byte[] seed = new byte[Engine.KEY_BYTES];
    for (int i = 0; i < MORE_THAN_THERE_IS; i++) {
      SecretKey key = engine.secretKey(seed);
      assertThat(key.seed()).isEqualTo(seed);
      key.destroy();
    }
  }

  @Test
  void usingAKeyTakesNoMemoryForGood() {
    SecretKey key = engine.secretKey(new byte[Engine.KEY_BYTES]);
    byte[] point = engine.curvePublic(new byte[Engine.KEY_BYTES]);
    for (int i = 0; i < MORE_THAN_THERE_IS; i++) {
      assertThat(key.agree(point)).isPresent();
      assertThat(key.sign(point)).hasSize(Engine.SIGNATURE_BYTES);
    }
    key.destroy();
  }
}
