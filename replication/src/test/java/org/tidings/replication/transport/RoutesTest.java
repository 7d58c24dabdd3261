package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.SomeKeys;

/// Who is reached by which way.
class RoutesTest {
  private static final SocksProxy TOR = new SocksProxy("127.0.0.1", 9050);
  private static final Routes LOCAL_ONLY = new Routes(Optional.empty(), true);
  private static final Routes PROXIED = new Routes(Optional.of(TOR), false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "localhost",
        "10.1.2.3",
        "172.31.0.1",
        "192.168.1.7",
        "169.254.3.4",
        "fe80::1",
        "fe80::1%eth0",
        "fd12:3456::1",
        "[fd12:3456::1]",
        "::ffff:192.168.1.7",
        "laptop.local",
        "Laptop.LOCAL",
        "laptop.local."
      })
  void theLocalNetworkIsReachedDirectly(String host) {
    assertThat(Routes.DIRECT.to(host)).isEqualTo(new Routes.Route.Direct());
    assertThat(LOCAL_ONLY.to(host)).isEqualTo(new Routes.Route.Direct());
    assertThat(PROXIED.to(host)).isEqualTo(new Routes.Route.Direct());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.32.0.1",
        "192.169.0.1",
        "100.64.0.1",
        "2001:db8::1",
        "::ffff:8.8.8.8",
        "pub.example.com",
        "intranet",
        "localhost.example.com",
        "192.168.1.7.example.com",
        "local"
      })
  void everythingElseIsTheInternet(String host) {
    assertThat(Routes.DIRECT.to(host)).isEqualTo(new Routes.Route.Direct());
    assertThat(LOCAL_ONLY.to(host)).isEqualTo(new Routes.Route.None(Failure.LOCAL_ONLY));
    assertThat(PROXIED.to(host)).isEqualTo(new Routes.Route.Through(TOR));
    assertThat(new Routes(Optional.of(TOR), true).to(host))
        .as("local only, whatever proxy there is")
        .isEqualTo(new Routes.Route.None(Failure.LOCAL_ONLY));
  }

  @Test
  void whoIsConnectedFromFarIsNotLetInWhereTheLocalNetworkIsAll() {
    Routes only = new Routes(Optional.empty(), true);
    for (String near : new String[] {"192.168.1.7:40000", "127.0.0.1:8008", "fe80::1%eth0:8008"}) {
      assertThat(only.letsIn(near)).as(near).isTrue();
    }
    for (String far : new String[] {"203.0.113.9:40000", "2001:db8::9:8008", "closed"}) {
      assertThat(only.letsIn(far)).as(far).isFalse();
      assertThat(Routes.DIRECT.letsIn(far)).isTrue();
    }
  }

  @Test
  void torIsReachedThroughItsProxyAlone() {
    assertThat(Routes.DIRECT.to("abc.onion")).isEqualTo(new Routes.Route.None(Failure.NEEDS_PROXY));
    assertThat(Routes.DIRECT.to("abc.onion."))
        .as("the same with a dot at its end")
        .isEqualTo(new Routes.Route.None(Failure.NEEDS_PROXY));
    assertThat(PROXIED.to("abc.onion")).isEqualTo(new Routes.Route.Through(TOR));
  }

  @Test
  void aProxyForTorAloneLeavesTheInternetAsItIs() {
    Routes forTor = PROXIED.onionOnly(true);
    assertThat(forTor.to("abc.onion")).isEqualTo(new Routes.Route.Through(TOR));
    for (String host : List.of("pub.example.com", "8.8.8.8", "192.168.1.7")) {
      assertThat(forTor.to(host)).as(host).isEqualTo(new Routes.Route.Direct());
    }
    assertThat(forTor.lets(InetAddress.ofLiteral("192.0.2.1"))).isTrue();
    assertThat(forTor.objectionToWeb("room.example")).isEmpty();
    assertThat(forTor.localOnly(true).to("abc.onion"))
        .isEqualTo(new Routes.Route.None(Failure.LOCAL_ONLY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "2001:db8::1", "pub.example.com", "abc.onion", "intranet"})
  void whereOnlyTheLocalNetworkIsUsedNoNameIsLookedUpAndNobodyCalled(String host) {
    Dialer dialer = dialer(LOCAL_ONLY, new NameLookup(RoutesTest::fail));

    assertThatThrownBy(() -> dialer.dial(address(host)))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            refused -> assertThat(refused.failure()).isEqualTo(Failure.LOCAL_ONLY));
  }

  @Test
  void aLocalNameIsAskedOfTheLocalNetworkAloneAndNotFollowedWhereItLeadsAway() {
    InetAddress away = InetAddress.ofLiteral("192.0.2.1");
    for (Routes routes : new Routes[] {LOCAL_ONLY, PROXIED}) {
      NameLookup names = new NameLookup(RoutesTest::fail, name -> new InetAddress[] {away});
      assertThatThrownBy(() -> dialer(routes, names).dial(address("a.local")))
          .isInstanceOfSatisfying(
              ConnectionFailedException.class,
              refused -> assertThat(refused.failure()).isEqualTo(Failure.LOCAL_ONLY));
    }
  }

  @Test
  void whatOnlyOthersSpeakOfIsNeverCalledOnTheLocalNetworkOrThisMachine() throws Exception {
    try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String host : List.of("127.0.0.1", "::1", "0.0.0.0", "evil.example")) {
        NameLookup names =
            new NameLookup(
                name ->
                    new InetAddress[] {
                      name.equals("evil.example")
                          ? InetAddress.getLoopbackAddress()
                          : InetAddress.ofLiteral(name)
                    });
        NetAddress there = new NetAddress(host, printer.getLocalPort(), address(host).key());
        assertThatThrownBy(() -> dialer(Routes.DIRECT, names).dialFar(there))
            .isInstanceOfSatisfying(
                ConnectionFailedException.class,
                refused -> assertThat(refused.failure()).isEqualTo(Failure.UNREACHABLE));
      }
      printer.setSoTimeout(1);
      assertThatThrownBy(printer::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void pagesAreAskedDirectlyOrNotAtAll() {
    assertThat(Routes.DIRECT.objectionToWeb("room.example")).isEmpty();
    assertThat(LOCAL_ONLY.objectionToWeb("room.example")).contains(Failure.LOCAL_ONLY);
    assertThat(PROXIED.objectionToWeb("room.example")).contains(Failure.NOT_THROUGH_PROXY);
    assertThat(PROXIED.objectionToWeb("[::1]")).isEmpty();
  }

  private static InetAddress[] fail(String name) {
    throw new AssertionError(name + " was looked up");
  }

  private static Dialer dialer(Routes routes, NameLookup names) {
    SecretChannel.Terms terms =
        new SecretChannel.Terms(
            NetworkKey.MAIN, SomeKeys.of("alice"), new SecureRandom(), Duration.ofSeconds(5));
    return new Dialer(terms, Duration.ofSeconds(5), () -> routes, names);
  }

  private static NetAddress address(String host) {
    return new NetAddress(host, 8008, SomeKeys.of("bob").publicKey());
  }
}
