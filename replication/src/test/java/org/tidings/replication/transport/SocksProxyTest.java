package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;

/// Calling through a SOCKS5 proxy (RFC 1928), over real sockets.
@Timeout(30)
class SocksProxyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final String PROXY = "proxy.example";

  private final KeyPair alice = SomeKeys.of("alice");
  private final KeyPair bob = SomeKeys.of("bob");
  private FakeSocksProxy proxy;
  private Listener listener;

  @BeforeEach
  void listen() throws Exception {
    listener = Listener.open(new InetSocketAddress(LOOPBACK, 0), Capacity.unshared(10), new Bob());
    proxy = new FakeSocksProxy(listener.port());
  }

  @AfterEach
  void close() throws Exception {
    proxy.close();
    listener.close();
  }

  @ParameterizedTest
  @CsvSource({"pub.example, pub.example", "abcdef.onion, abcdef.onion"})
  void namesGoToTheProxyAsTheyAre(String host, String heard) throws Exception {
    try (SecretChannel channel = dialer().dial(address(host))) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
    }
    assertThat(proxy.asked().take()).isEqualTo(heard + ":8008");
  }

  @Test
  void itsOwnNameIsLookedUpWhereThatHoldsNobodyUp() throws Exception {
    SocksProxy named = new SocksProxy(PROXY, proxy.address().port());
    try (SecretChannel channel = dialer(named).dial(address("pub.example"))) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
    }
    assertThat(proxy.asked().take()).isEqualTo("pub.example:8008");
  }

  @Test
  void noOtherOfTheSystemIsAskedForOnTheWayToIt() throws Exception {
    try (SystemProxies others = new SystemProxies();
        SecretChannel channel = dialer().dial(address("pub.example"))) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
      assertThat(others.asked())
          .as("the proxy of this test asks on its own way")
          .extracting(URI::getPort)
          .doesNotContain(proxy.address().port());
    }
  }

  @Test
  void theLocalNetworkIsReachedPastIt() throws Exception {
    NetAddress near = new NetAddress("127.0.0.1", listener.port(), bob.publicKey());
    try (SecretChannel channel = dialer().dial(near)) {
      assertThat(channel.remote()).isEqualTo(bob.publicKey());
    }
    assertThat(proxy.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, PORT_CLOSED", "4, UNREACHABLE", "3, UNREACHABLE", "1, PROXY", "2, PROXY"})
  void whatTheProxySaysIsTold(int reply, Failure failure) {
    proxy.replies(reply);

    assertThatThrownBy(() -> dialer().dial(address("pub.example")))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            refused -> assertThat(refused.failure()).isEqualTo(failure));
  }

  @Test
  void aProxyThatHangsIsGivenUpInTime() {
    proxy.hold();

    assertThatThrownBy(
            () ->
                proxy
                    .address()
                    .connect(address("pub.example"), new NameLookup(), Duration.ofMillis(50)))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            refused -> assertThat(refused.failure()).isEqualTo(Failure.TIMEOUT));
  }

  @Test
  void aProxyThatDoesNotAnswerIsNotGoneAround() throws Exception {
    proxy.close();

    assertThatThrownBy(() -> dialer().dial(address("pub.example")))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            refused -> assertThat(refused.failure()).isEqualTo(Failure.PROXY));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9050, true",
    "tor:9150, true",
    "9050, false",
    "tor:0, false",
    "tor:70000, false"
  })
  void itIsWrittenAsHostAndPort(String text, boolean isOne) {
    assertThat(SocksProxy.parse(text).map(SocksProxy::toString))
        .isEqualTo(isOne ? Optional.of(text) : Optional.empty());
  }

  private NetAddress address(String host) {
    return new NetAddress(host, 8008, bob.publicKey());
  }

  private Dialer dialer() {
    return dialer(proxy.address());
  }

  private Dialer dialer(SocksProxy there) {
    return new Dialer(
        new SecretChannel.Terms(NetworkKey.MAIN, alice, RANDOM, Duration.ofSeconds(10)),
        Duration.ofSeconds(10),
        () -> new Routes(Optional.of(there), false),
        new NameLookup(
            name -> {
              if (!name.equals("127.0.0.1") && !name.equals(PROXY)) {
                throw new AssertionError(name + " was looked up");
              }
              return new InetAddress[] {LOOPBACK};
            }));
  }

  private final class Bob implements Listener.Host {
    @Override
    public Optional<SecretChannel> open(Channel channel) {
      try {
        return Optional.of(
            SecretChannel.accept(
                channel,
                new SecretChannel.Terms(NetworkKey.MAIN, bob, RANDOM, Duration.ofSeconds(10)),
                key -> true));
      } catch (ConnectionFailedException e) {
        return Optional.empty();
      }
    }

    @Override
    public void serve(SecretChannel channel) {
      // Being there is all.
    }
  }
}
