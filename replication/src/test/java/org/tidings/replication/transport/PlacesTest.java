package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Shares of twenty places: five for one network, ten for the unproven, two for both.
class PlacesTest {
  private static final InetAddress ANN = InetAddress.ofLiteral("192.0.2.1");

  private static final InetAddress BEN = InetAddress.ofLiteral("192.0.2.2");

  private final List<Integer> hungUp = new ArrayList<>();
  private int came;

  private final Places places = new Places(new Capacity(20, 5, 10, 2, Duration.ZERO));

  @Test
  void onlyAFewOfOneAddressAreUnproven() {
    take(ANN);
    take(ANN);
    assertThat(takes(ANN)).isEmpty();
  }

  @Test
  void whoProvesWhoTheyAreMakesRoomForTheNext() {
    for (int i = 0; i < 5; i++) {
      take(ANN).proven();
    }
    assertThat(takes(ANN)).isEmpty();
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
    assertThat(takes(ANN)).isEmpty();
  }

  @Test
  void whoCameFirstOfThoseWhoSaidNothingGivesWay() throws Exception {
    List<Places.Place> crowd = crowd(10);
    crowd.getFirst().spoke();
    take(ANN).spoke();
    take(BEN);
    assertThat(hungUp).containsExactly(1, 2);
    assertThat(crowd.get(1).awaitTurn()).isFalse();
    assertThat(crowd.getFirst().awaitTurn()).isTrue();
  }

  @Test
  void whoCameFirstOfThoseWhoSaidSomethingGivesWayWhenTheyAreMore() {
    List<Places.Place> crowd = crowd(10);
    crowd.subList(4, 10).forEach(Places.Place::spoke);
    take(ANN);
    take(BEN);
    assertThat(hungUp).containsExactly(4, 0);
  }

  @Test
  void whoGaveWayLeavesOnlyOnePlaceHoweverItEnds() {
    List<Places.Place> crowd = crowd(10);
    take(ANN);
    crowd.getFirst().proven();
    crowd.getFirst().close();
    take(BEN);
    assertThat(hungUp).containsExactly(0, 1);
  }

  @Test
  void nobodyGivesWayToOneTooManyOfANetwork() {
    crowd(8);
    take(ANN);
    take(ANN);
    assertThat(takes(ANN)).isEmpty();
    assertThat(hungUp).isEmpty();
  }

  @Test
  void nobodyWhoProvedThemselvesGivesWay() {
    for (Places.Place place : crowd(10)) {
      place.proven();
    }
    crowd(9).forEach(Places.Place::proven);
    take(ANN);
    take(BEN);
    assertThat(hungUp).containsExactly(19);
  }

  @Test
  void oneNetworkOfIpv6CountsAsOne() {
    take(InetAddress.ofLiteral("2001:db8:0:1::1"));
    take(InetAddress.ofLiteral("2001:db8:0:1::2"));
    assertThat(takes(InetAddress.ofLiteral("2001:db8:0:1:ffff::3"))).isEmpty();
    take(InetAddress.ofLiteral("2001:db8:0:2::1"));
  }

  @Test
  void whereOnlyOneMachineComesTheFirstOfThoseWhoSaidNothingGivesWay() {
    Places commands = new Places(Capacity.unshared(3));
    for (int i = 0; i < 4; i++) {
      int number = i;
      assertThat(commands.take(ANN, () -> hungUp.add(number))).isPresent();
    }
    assertThat(hungUp).containsExactly(0);
  }

  /// So many, of which no two share a network.
  private List<Places.Place> crowd(int many) {
    List<Places.Place> crowd = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      crowd.add(take(InetAddress.ofLiteral("198.51.100." + came)));
    }
    return crowd;
  }

  private Places.Place take(InetAddress from) {
    return takes(from).orElseThrow();
  }

  private Optional<Places.Place> takes(InetAddress from) {
    int number = came++;
    return places.take(from, () -> hungUp.add(number));
  }
}
