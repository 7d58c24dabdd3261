package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingSecretKeyTest {
  private static final byte[] SEED = new byte[Engine.KEY_BYTES];

  private final List<String> moved = new ArrayList<>();
  private final SecretKey key =
      new WaitingSecretKey(new BouncyCastleSecretKey(SEED).publicKey(), SEED, this::keeper);

  @Test
  void askingForThePublicKeyWakesNobody() {
    assertThat(key.publicKey()).isEqualTo(new BouncyCastleSecretKey(SEED).publicKey());
    key.destroy();
    assertThat(moved).isEmpty();
  }

  @Test
  void keyMovesToItsKeeperOnceAtFirstUse() {
    byte[] message = {1};
    assertThat(key.sign(message)).isEqualTo(new BouncyCastleSecretKey(SEED).sign(message));
    assertThat(key.seed()).isEqualTo(SEED);
    assertThat(moved).containsExactly("00".repeat(Engine.KEY_BYTES));
  }

  private SecretKey keeper(byte[] seed) {
    moved.add(HexFormat.of().formatHex(seed));
    return new BouncyCastleSecretKey(seed);
  }
}
