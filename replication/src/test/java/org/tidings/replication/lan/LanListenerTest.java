package org.tidings.replication.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.lan.LanPacket.Sighting;
import org.tidings.replication.transport.NetAddress;

/// What is made of the addresses in announcements.
class LanListenerTest {
  private static final int CARD = 3;

  @Test
  void anAddressOfOneLinkIsOnTheLinkByWhichItCame() throws Exception {
    assertThat(heard("fe80::1", neighbour(CARD))).hasValue("fe80::1%3");
    assertThat(heard("fe80::1%eth7", neighbour(CARD))).as("theirs, not ours").hasValue("fe80::1%3");
    assertThat(heard("fe80::1", InetAddress.ofLiteral("192.168.1.7"))).isEmpty();
    assertThat(heard("fe80::1", neighbour(0))).isEmpty();
  }

  @Test
  void othersAreTakenAsTheyAre() throws Exception {
    for (String host : new String[] {"fd12::1", "2001:db8::1", "192.168.1.8"}) {
      assertThat(heard(host, neighbour(CARD))).hasValue(host);
    }
    assertThat(heard("laptop.local", neighbour(CARD))).isEmpty();
    assertThat(heard("::1", neighbour(CARD))).isEmpty();
  }

  private static Optional<String> heard(String host, InetAddress from) {
    NetAddress address = new NetAddress(host, 8008, SomeKeys.of("bob").publicKey());
    return LanListener.believed(new Sighting(address, true), from)
        .map(sighting -> sighting.address().host());
  }

  private static InetAddress neighbour(int card) throws Exception {
    byte[] address = InetAddress.ofLiteral("fe80::2").getAddress();
    return Inet6Address.getByAddress(null, address, card);
  }
}
