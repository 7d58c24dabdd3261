package org.tidings.replication.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.transport.NetAddress;

/// Discovery over the loopback's own broadcast address, at ports of our own.
class LanTest {
  private static final LanInterface LOOPBACK =
      LanInterface.of(ipv4("127.0.0.1"), ipv4("127.255.255.255"));

  private final LanPorts ports = new LanPorts(freePort(), freePort());
  private final Heard alice = new Heard();
  private final Heard bob = new Heard();
  private final AtomicReference<List<LanInterface>> cards =
      new AtomicReference<>(List.of(LOOPBACK));
  private final Lan alices = lan("alice", 4001, alice);
  private final Lan bobs = lan("bob", 4002, bob);

  /// What a discovery told.
  private static final class Heard implements Lan.Listening {
    private final Set<String> all = ConcurrentHashMap.newKeySet();
    private final Set<NetAddress> own = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> states = new LinkedBlockingQueue<>();

    @Override
    public void heard(NetAddress address, boolean verified) {
      all.add(address + (verified ? " verified" : ""));
    }

    @Override
    public void heardOwnKey(NetAddress address) {
      own.add(address);
    }

    @Override
    public void stateChanged() {
      states.add("changed");
    }
  }

  private Lan lan(String name, int tcpPort, Heard heard) {
    LanSelf self = new LanSelf(NetworkKey.MAIN, SomeKeys.of(name), LOOPBACK.address(), tcpPort);
    return new Lan(self, ports, cards::get, heard, new Random(1));
  }

  @BeforeEach
  void start() {
    alices.start();
  }

  @AfterEach
  void stop() {
    alices.close();
    bobs.close();
  }

  @Test
  void anotherWithOurKeyIsHeard() {
    try (Lan twin = lan("alice", 4009, new Heard())) {
      twin.start();
      PublicKey ours = SomeKeys.of("alice").publicKey();
      NetAddress elsewhere = new NetAddress("127.0.0.1", 4009, ours);
      await().untilAsserted(() -> assertThat(alice.own).contains(elsewhere));
      assertThat(alice.all).isEmpty();
    }
  }

  @Test
  void twoFindEachOtherInBothForms() {
    bobs.start();
    await().untilAsserted(() -> assertThat(alice.all).isEqualTo(bothForms("bob", 4002)));
    await().untilAsserted(() -> assertThat(bob.all).isEqualTo(bothForms("alice", 4001)));
    assertThat(alices.state()).isEqualTo(new LanState.On());
  }

  @Test
  void aPacketThatSpeaksOfNamesOrNobodyIsNotBelieved() throws Exception {
    KeyPair carol = SomeKeys.of("carol");
    for (String host : List.of("example.com", "0.0.0.0", "224.0.0.1", "127.0.0.1")) {
      send(LanPacket.plain(new NetAddress(host, 4003, carol.publicKey())), ports.plain());
    }
    await().until(() -> !alice.all.isEmpty());
    assertThat(alice.all).containsExactly("net:127.0.0.1:4003~shs:" + carol.publicKey().base64());
  }

  @Test
  void aPacketThatMeetsAFaultIsNotTheLastOneHeard() throws Exception {
    int port = freePort();
    BlockingQueue<Byte> heard = new LinkedBlockingQueue<>();
    LanListener listener =
        LanListener.open(
            StandardProtocolFamily.INET,
            port,
            packet -> {
              heard.add(packet[0]);
              throw new StackOverflowError("a fault");
            },
            sighting -> {});
    try (listener) {
      send(new byte[] {1}, port);
      send(new byte[] {2}, port);
      await().untilAsserted(() -> assertThat(heard).containsExactly((byte) 1, (byte) 2));
    }
  }

  @Test
  void noNetworkIsAState() {
    cards.set(List.of());
    await().untilAsserted(() -> assertThat(alices.state()).isEqualTo(new LanState.NoNetwork()));
  }

  @Test
  void whatKeepsEvenOurOwnAnnouncementsAwayIsSaidUntilItIsGone() throws Exception {
    LanPorts deaf = new LanPorts(freePort(), freePort());
    LanInterface alone = new LanInterface(LOOPBACK.address(), List.of(LOOPBACK.address()));
    LanSelf self = new LanSelf(NetworkKey.MAIN, SomeKeys.of("dora"), LOOPBACK.address(), 4004);
    try (Lan lan = new Lan(self, deaf, () -> List.of(alone), new Heard(), new Hasty())) {
      try (DatagramSocket _ = thief(deaf.plain());
          DatagramSocket _ = thief(deaf.sealed())) {
        lan.start();
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(lan.state())
                        .isInstanceOfSatisfying(
                            LanState.Impaired.class,
                            state -> assertThat(state.why().sentence()).contains("firewall")));
      }
      await().untilAsserted(() -> assertThat(lan.state()).isEqualTo(new LanState.On()));
    }
  }

  /// Makes pauses as short as there are turns to be heard in.
  private static final class Hasty implements RandomGenerator {
    @Override
    public long nextLong() {
      return 0;
    }

    @Override
    public int nextInt(int origin, int bound) {
      return 100;
    }
  }

  /// Has all that is sent to that port of this very address.
  private static DatagramSocket thief(int port) throws Exception {
    DatagramSocket thief = new DatagramSocket(null);
    thief.setReuseAddress(true);
    thief.bind(new InetSocketAddress(LOOPBACK.address(), port));
    return thief;
  }

  @Test
  void aPortTakenByAnotherProgramIsAStateUntilItIsGivenUp() throws Exception {
    LanPorts taken = new LanPorts(freePort(), freePort());
    LanSelf self = new LanSelf(NetworkKey.MAIN, SomeKeys.of("dora"), LOOPBACK.address(), 4004);
    try (Lan lan = new Lan(self, taken, cards::get, new Heard(), new Random(1))) {
      try (DatagramSocket exclusive = new DatagramSocket(null)) {
        exclusive.setReuseAddress(false);
        exclusive.bind(new InetSocketAddress(taken.plain()));
        lan.start();
        await().untilAsserted(() -> assertThat(lan.state()).isInstanceOf(LanState.Impaired.class));
      }
      await().untilAsserted(() -> assertThat(lan.state()).isEqualTo(new LanState.On()));
    }
  }

  @Test
  void aRoundThatMeetsAFaultIsSeenAndIsNotTheLast() {
    AtomicBoolean faulty = new AtomicBoolean(true);
    LanSelf self = new LanSelf(NetworkKey.MAIN, SomeKeys.of("dora"), LOOPBACK.address(), 4004);
    try (Lan lan = new Lan(self, ports, () -> cardsUnless(faulty), new Heard(), new Random(1))) {
      lan.start();
      await().untilAsserted(() -> assertThat(lan.state()).isInstanceOf(LanState.Impaired.class));
      faulty.set(false);
      await().untilAsserted(() -> assertThat(lan.state()).isEqualTo(new LanState.On()));
    }
  }

  private static List<LanInterface> cardsUnless(AtomicBoolean faulty) {
    if (faulty.get()) {
      throw new StackOverflowError("a fault");
    }
    return List.of(LOOPBACK);
  }

  private static Set<String> bothForms(String name, int port) {
    String address = new NetAddress("127.0.0.1", port, SomeKeys.of(name).publicKey()).toString();
    return Set.of(address, address + " verified");
  }

  private static void send(byte[] packet, int port) throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(packet, packet.length, LOOPBACK.address(), port));
    }
  }

  private static Inet4Address ipv4(String text) {
    return (Inet4Address) InetAddress.ofLiteral(text);
  }

  private static int freePort() {
    try (DatagramSocket socket = new DatagramSocket()) {
      return socket.getLocalPort();
    } catch (SocketException e) {
      throw new AssertionError(e);
    }
  }
}
