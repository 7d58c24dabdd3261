package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.feed.FakeClock;

class NetworkWatchTest {
  private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.7");
  private static final InetAddress OTHER = InetAddress.ofLiteral("fe80::1");

  private final FakeClock clock = new FakeClock();
  private Set<InetAddress> addresses = Set.of(HOME);
  private final NetworkWatch watch = new NetworkWatch(() -> addresses, clock);

  @Test
  void whatIsThereFromTheBeginningIsNoChange() {
    assertThat(changes()).isFalse();
  }

  @Test
  void addressesThatComeAndGoAreEachOneChange() {
    addresses = Set.of(HOME, OTHER);
    assertThat(changes()).isTrue();
    assertThat(changes()).isFalse();
    addresses = Set.of();
    assertThat(changes()).isTrue();
  }

  @Test
  void noMoreThanOneLookIsTakenInTwoSeconds() {
    addresses = Set.of(OTHER);
    clock.advance(Duration.ofSeconds(1));
    assertThat(watch.hasChanged()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(watch.hasChanged()).isTrue();
  }

  private boolean changes() {
    clock.advance(Duration.ofSeconds(2));
    return watch.hasChanged();
  }
}
