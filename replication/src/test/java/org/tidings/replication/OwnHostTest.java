package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.replication.OwnHost.Leads;
import org.tidings.replication.OwnHost.Place;

class OwnHostTest {
  private static final Place LOOPBACK = place("127.0.0.1", 1, Leads.OUT);
  private static final Place WIFI = place("192.168.1.10", 3, Leads.OUT);
  private static final Place CABLE = place("10.0.0.7", 2, Leads.OUT);
  private static final Place DOCKER = place("172.17.0.1", 5, Leads.WITHIN);
  private static final Place VPN = place("10.8.0.2", 6, Leads.THROUGH);

  @Test
  void theCardThatLeadsToTheInternetComesBeforeAllOthers() {
    assertThat(hosts("192.168.1.10", LOOPBACK, DOCKER, VPN, CABLE, WIFI))
        .containsExactly("192.168.1.10", "10.0.0.7");
  }

  @Test
  void aTunnelToTheInternetIsNotWhereOthersAre() {
    assertThat(hosts("10.8.0.2", VPN, DOCKER, WIFI)).containsExactly("192.168.1.10");
  }

  @Test
  void withoutAWayToTheInternetBuiltInCardsComeFirst() {
    assertThat(hosts("", VPN, DOCKER, WIFI, CABLE)).containsExactly("10.0.0.7", "192.168.1.10");
  }

  @Test
  void whereThereIsNothingElseATunnelWillDo() {
    assertThat(hosts("10.8.0.2", LOOPBACK, VPN)).containsExactly("10.8.0.2");
  }

  @Test
  void aSwitchOfVirtualMachinesThatLeadsToTheInternetIsTheCard() {
    Place vSwitch = place("192.168.1.10", 9, Leads.WITHIN);
    assertThat(hosts("192.168.1.10", CABLE, vSwitch)).containsExactly("192.168.1.10", "10.0.0.7");
  }

  @Test
  void ofACardOneAddressOfAKindIsNamed() {
    Place other = place("192.168.1.11", 3, Leads.OUT);
    Place ipv6 = place("fd00::7", 3, Leads.OUT);
    Place temporary = place("fd00::abcd", 3, Leads.OUT);
    assertThat(hosts("192.168.1.11", ipv6, temporary, WIFI, other))
        .containsExactly("192.168.1.11", "fd00:0:0:0:0:0:0:7");
  }

  @Test
  void ofAddressesThatCountOnOneLinkAloneOnlyThoseOfIpv4AreNamedAndLast() {
    Place byItself = place("169.254.7.7", 2, Leads.OUT);
    Place link = place("fe80::7", 2, Leads.OUT);
    assertThat(hosts("", byItself, link, WIFI)).containsExactly("192.168.1.10", "169.254.7.7");
  }

  @Test
  void thoseThatAreSaidAreTaken() {
    assertThat(OwnHost.all("192.0.2.7")).containsExactly("192.0.2.7");
    assertThat(OwnHost.all("0.0.0.0")).isNotEmpty().doesNotContain("0.0.0.0");
  }

  private static List<String> hosts(String routed, Place... places) {
    return OwnHost.inOrder(
        List.of(places), address -> Set.of(routed).contains(address.getHostAddress()));
  }

  private static Place place(String address, int card, Leads leads) {
    return new Place(InetAddress.ofLiteral(address), card, leads);
  }
}
