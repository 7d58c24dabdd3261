package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final int MOST = 256 * 1024;

  private final Backlog backlog = new Backlog(MOST);

  private void left(int kilobytes, double seconds) {
    backlog.left(kilobytes * 1024L, (long) (seconds * Duration.ofSeconds(1).toNanos()));
  }

  @Test
  void onASlowLineAboutASecondOfItWaits() {
    left(64, 4);
    assertThat(backlog.room()).isEqualTo(16 * 1024);
  }

  @Test
  void onAVerySlowOneOneMessageStillFinds() {
    left(8, 60);
    assertThat(backlog.room()).isEqualTo(8 * 1024);
  }

  @Test
  void onAFastOneAsMuchAsThereIsRoomFor() {
    for (int i = 0; i < 5; i++) {
      left(backlog.room() / 1024, 0.001);
    }
    assertThat(backlog.room()).isEqualTo(MOST);
    left(64, 0.1);
    assertThat(backlog.room()).isEqualTo(MOST);
  }

  @Test
  void aLineThatBecomesFasterIsUsed() {
    left(64, 8);
    for (int i = 0; i < 10; i++) {
      left(Math.min(64, backlog.room() / 1024), 0.001);
    }
    assertThat(backlog.room()).isEqualTo(MOST);
  }

  @Test
  void aFewWordsSayNothingAboutTheLine() {
    left(64, 8);
    for (int i = 0; i < 10; i++) {
      left(1, 0.001);
    }
    assertThat(backlog.room()).isEqualTo(8 * 1024);
  }
}
