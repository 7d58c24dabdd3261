package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {
  private final SeenNumbers seen = new SeenNumbers();

  @Test
  void aNumberIsNewOnce() {
    assertThat(seen.add(7)).isTrue();
    assertThat(seen.add(7)).isFalse();
  }

  @Test
  void numbersComeInAnyOrder() {
    assertThat(IntStream.of(5, 1, 4, 2, 3)).allMatch(seen::add);
    assertThat(IntStream.rangeClosed(1, 5)).noneMatch(seen::add);
  }

  @Test
  void thoseLongPassedAreNotNew() {
    seen.add(2_000);
    assertThat(seen.add(976)).isFalse();
    assertThat(seen.add(977)).isTrue();
  }

  @Test
  void placesAreUsedAgain() {
    seen.add(1);
    assertThat(seen.add(1_025)).isTrue();
    assertThat(seen.add(1)).isFalse();
    assertThat(seen.add(Integer.MAX_VALUE)).isTrue();
  }
}
