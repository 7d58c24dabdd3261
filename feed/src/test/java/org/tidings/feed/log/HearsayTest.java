package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Bare numbers about our own feed, and how long they count.
class HearsayTest {
  private static final Instant START = Instant.EPOCH;
  private static final Instant LATER = START.plus(Hearsay.OF_STRANGERS);

  private final Hearsay hearsay = new Hearsay();

  @Test
  void ofSomebodyWeKnowStays() {
    hearsay.told(true, 7, START);
    assertThat(hearsay.most(LATER.plus(Duration.ofDays(1)))).isEqualTo(7);
  }

  @Test
  void ofAStrangerCountsForTenMinutes() {
    hearsay.told(false, 7, START);
    assertThat(hearsay.most(LATER.minusSeconds(1))).isEqualTo(7);
    assertThat(hearsay.most(LATER)).isZero();
  }

  @Test
  void ofManyStrangersCountsNoLongerThanThatOfOne() {
    hearsay.told(false, 7, START);
    hearsay.told(false, 9, LATER.minusSeconds(1));
    assertThat(hearsay.most(LATER.minusSeconds(1))).isEqualTo(9);
    hearsay.told(false, 8, LATER);
    assertThat(hearsay.most(LATER)).isZero();
  }

  @Test
  void ofAStrangerCountsAgainAfterAnHour() {
    Instant hourLater = START.plus(Duration.ofHours(1));
    hearsay.told(false, 9, START);
    hearsay.told(false, 7, hourLater);
    assertThat(hearsay.most(hourLater)).isEqualTo(7);
  }
}
