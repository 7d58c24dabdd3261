package org.tidings.replication.early;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.ref.FeedId;

class BehindTest {
  private static final long SECOND = 1_000_000_000L;
  private static final FeedId ANN = FeedId.of(SomeKeys.of("ann").publicKey());
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());

  private final Behind behind = new Behind();

  @Test
  void ofMuchTheNewestAreWorthAskingForAtOnce() {
    assertThat(behind.worthAsking(Set.of(ANN, BOB), 2_000, 0)).containsExactlyInAnyOrder(ANN, BOB);
  }

  @Test
  void ofLessOnlyWhatDoesNotComeInAMoment() {
    assertThat(behind.worthAsking(Set.of(ANN, BOB), 200, 0)).isEmpty();
    assertThat(behind.worthAsking(Set.of(ANN), 100, SECOND)).isEmpty();
    assertThat(behind.worthAsking(Set.of(ANN, BOB), 200, 2 * SECOND)).containsExactly(ANN);
    assertThat(behind.worthAsking(Set.of(BOB), 100, 4 * SECOND)).containsExactly(BOB);
  }
}
