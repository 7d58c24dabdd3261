package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Shares of twenty places: five for one network, ten for the unproven, two for both.
class PlacesTest {
  private static final InetAddress ANN = InetAddress.ofLiteral("192.0.2.1");

  private final Places places = new Places(new Capacity(20, 5, 10, 2, Duration.ZERO));

  @Test
  void onlyAFewOfOneAddressAreUnproven() {
    take(ANN);
    take(ANN);
    assertThat(places.take(ANN)).isEmpty();
  }

  @Test
  void whoProvesWhoTheyAreMakesRoomForTheNext() {
    for (int i = 0; i < 5; i++) {
      take(ANN).proven();
    }
    assertThat(places.take(ANN)).isEmpty();
  }

  @Test
  void aPlaceThatIsLeftIsFree() {
    Places.Place first = take(ANN);
    Places.Place second = take(ANN);
    second.proven();
    first.close();
    second.close();
    take(ANN);
    take(ANN);
    assertThat(places.take(ANN)).isEmpty();
  }

  @Test
  void theUnprovenOfAllTogetherLeaveRoomForTheProven() {
    for (int i = 0; i < 10; i++) {
      take(InetAddress.ofLiteral("192.0.2." + (10 + i)));
    }
    assertThat(places.take(ANN)).isEmpty();
  }

  @Test
  void oneNetworkOfIpv6CountsAsOne() {
    take(InetAddress.ofLiteral("2001:db8:0:1::1"));
    take(InetAddress.ofLiteral("2001:db8:0:1::2"));
    assertThat(places.take(InetAddress.ofLiteral("2001:db8:0:1:ffff::3"))).isEmpty();
    take(InetAddress.ofLiteral("2001:db8:0:2::1"));
  }

  private Places.Place take(InetAddress from) {
    return places.take(from).orElseThrow();
  }
}
