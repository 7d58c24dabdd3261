package org.tidings.replication.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.PublicKey;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.HeapGrowth;
import org.tidings.replication.lan.LanPacket.Sighting;
import org.tidings.replication.transport.NetAddress;

/// What is made of announcements: of the addresses in them, and of floods.
class LanListenerTest {
  private static final int CARD = 3;

  private final HeapGrowth growth = new HeapGrowth();

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

  @Test
  void fewPacketsOfAFloodAreLookedAtAndANeighbourIsHeardBesideIt() throws Exception {
    Looking looking = new Looking();
    AtomicInteger sent = new AtomicInteger();
    try (LanListener _ = looking.listener();
        DatagramSocket flood = at("127.0.0.2");
        DatagramSocket neighbour = at("127.0.0.3")) {
      Thread flooding =
          Thread.ofPlatform().start(() -> repeat(flood, looking.packet("mallory"), sent));
      await().until(() -> sent.get() > 20_000);
      await().until(() -> looking.hears("bob", neighbour));
      flooding.interrupt();
      flooding.join();
    }
    assertThat(looking.looked).hasValueLessThan(1_000);
    growth.assertSmall();
  }

  @Test
  void ofPacketsThatComeFromEverywhereFewAreLookedAt() throws Exception {
    Looking looking = new Looking();
    try (LanListener _ = looking.listener();
        DatagramSocket neighbour = at("127.0.0.3")) {
      DatagramPacket packet = looking.packet("mallory");
      for (int i = 0; i < 3_000; i++) {
        try (DatagramSocket one = at("127.1." + i / 250 + "." + (1 + i % 250))) {
          one.send(packet);
        }
      }
      await().until(() -> looking.hears("bob", neighbour));
    }
    assertThat(looking.looked).hasValueLessThan(2_000);
    growth.assertSmall();
  }

  @Test
  void whoWasHeardBeforeIsHeardWhilePacketsComeFromEverywhere() throws Exception {
    Looking looking = new Looking();
    List<DatagramSocket> everywhere = new ArrayList<>();
    AtomicInteger sent = new AtomicInteger();
    int spoken = 0;
    try (LanListener _ = looking.listener();
        DatagramSocket neighbour = at("127.0.0.3")) {
      await().until(() -> looking.hears("bob", neighbour));
      for (int i = 0; i < 1_500; i++) {
        everywhere.add(at("127.1." + i / 250 + "." + (1 + i % 250)));
      }
      DatagramPacket packet = looking.packet("mallory");
      Thread flooding = Thread.ofPlatform().start(() -> repeat(everywhere, packet, sent));
      try {
        await().until(() -> sent.get() > 10_000);
        for (int heard = 0; heard < 15 && spoken < 23; spoken++) {
          looking.heard.clear();
          looking.hears("bob", neighbour);
          boolean isHeard = false;
          for (int turn = 0; turn < 10 && !isHeard; turn++) {
            // As often as one may speak, and not oftener.
            Thread.sleep(200);
            isHeard = looking.heard.contains(SomeKeys.of("bob").publicKey());
          }
          heard += isHeard ? 1 : 0;
        }
        assertThat(flooding.isAlive()).isTrue();
      } finally {
        flooding.interrupt();
        flooding.join();
        everywhere.forEach(DatagramSocket::close);
      }
    }
    assertThat(spoken).isLessThan(23);
  }

  /// A listener of which is known how many packets it has looked at.
  private static final class Looking {
    private final AtomicInteger looked = new AtomicInteger();
    private final Set<PublicKey> heard = ConcurrentHashMap.newKeySet();
    private final int port;

    Looking() throws SocketException {
      try (DatagramSocket free = new DatagramSocket()) {
        port = free.getLocalPort();
      }
    }

    LanListener listener() throws IOException {
      return LanListener.open(
          StandardProtocolFamily.INET,
          port,
          packet -> {
            looked.incrementAndGet();
            return LanPacket.readPlain(packet);
          },
          sighting -> heard.add(sighting.address().key()));
    }

    /// Whether that neighbour is heard, who announces itself once more.
    boolean hears(String name, DatagramSocket neighbour) throws IOException {
      neighbour.send(packet(name));
      return heard.contains(SomeKeys.of(name).publicKey());
    }

    DatagramPacket packet(String name) {
      byte[] bytes =
          LanPacket.plain(new NetAddress("192.168.1.8", 8008, SomeKeys.of(name).publicKey()));
      return new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral("127.0.0.1"), port);
    }
  }

  private static void repeat(DatagramSocket from, DatagramPacket packet, AtomicInteger sent) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        from.send(packet);
        sent.incrementAndGet();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Leaves the listener time to take in what came, so that the port itself loses few.
  private static void repeat(List<DatagramSocket> from, DatagramPacket packet, AtomicInteger sent) {
    try {
      while (true) {
        for (int i = 0; i < 50; i++) {
          from.get(sent.getAndIncrement() % from.size()).send(packet);
        }
        Thread.sleep(2);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DatagramSocket at(String address) throws SocketException {
    return new DatagramSocket(0, InetAddress.ofLiteral(address));
  }

  @Test
  void ofSeveralAddressesTheOneItCameFromCountsElseTheFirstThatCanBeCalled() {
    PublicKey bob = SomeKeys.of("bob").publicKey();
    List<NetAddress> ways =
        Stream.of("localhost", "127.0.0.1", "172.17.0.1", "192.168.1.10")
            .map(host -> new NetAddress(host, 8008, bob))
            .toList();
    assertThat(believed(ways, "192.168.1.10")).hasValue("192.168.1.10");
    assertThat(believed(ways, "192.168.1.99")).hasValue("172.17.0.1");
    assertThat(believed(ways.subList(0, 2), "192.168.1.10")).isEmpty();
  }

  private static Optional<String> believed(List<NetAddress> ways, String from) {
    return LanListener.believed(new Sighting(ways, false), InetAddress.ofLiteral(from))
        .map(sighting -> sighting.address().host());
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
