package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a connection has brought, and when that is too much that is not to be taken.
class ProgressTest {
  private final Progress progress = new Progress();

  @Test
  void theFiftiethBadMessageIsOneTooMany() {
    bad(49);
    assertThat(progress.bad()).isTrue();
  }

  @Test
  void eachGoodMessageMakesUpForOneBadOne() {
    bad(49);
    progress.good();
    progress.good();
    bad(2);
    assertThat(progress.bad()).isTrue();
  }

  @Test
  void goodMessagesAreNoCreditForBadOnesToCome() {
    progress.good();
    bad(49);
    assertThat(progress.bad()).isTrue();
  }

  @Test
  void onlyWhatIsKeptWasBrought() {
    progress.received();
    progress.bad();
    assertThat(progress.hasBrought()).isFalse();
    progress.good();
    assertThat(progress.hasBrought()).isTrue();
  }

  @Test
  void allBadMessagesAreCountedWhateverCameBetween() {
    bad(2);
    progress.good();
    bad(1);
    assertThat(progress.allBad()).isEqualTo(3);
  }

  private void bad(int messages) {
    for (int i = 0; i < messages; i++) {
      assertThat(progress.bad()).isFalse();
    }
  }
}
