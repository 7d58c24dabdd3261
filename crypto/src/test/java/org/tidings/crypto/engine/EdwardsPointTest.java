package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdwardsPointTest {
  @Test
  void pointsAreSpeltAsTheyWereReadWhateverTheirLastByteIs() {
    int points = 0;
    for (int last = Byte.MIN_VALUE; last <= Byte.MAX_VALUE; last++) {
      byte[] bytes = new byte[Engine.KEY_BYTES];
      bytes[0] = 5;
      bytes[Engine.KEY_BYTES - 1] = (byte) last;
      var point = EdwardsPoint.decode(bytes);
      if (point.isPresent()) {
        points++;
        assertThat(point.get().encode()).as("last byte %d", last).isEqualTo(bytes);
      }
    }
    assertThat(points).isBetween(100, 156);
  }
}
