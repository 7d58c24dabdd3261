package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteCodeTest {
  private static final String KEY = "VJM7w1W19ZsKmG2KnfaoKIM66BRoreEkzaVm/J//wl8=";
  private static final String SEED = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
  private static final FeedId PUB = FeedId.parse("@" + KEY + ".ed25519").orElseThrow();

  @Test
  void legacyAndModernCodeAreOneInvite() {
    String modern = "net:one.butt.nz:8008~shs:" + KEY + ":" + SEED;
    InviteCode legacy =
        InviteCode.parse("one.butt.nz:8008:@" + KEY + ".ed25519~" + SEED).orElseThrow();
    assertThat(legacy).hasToString(modern);
    assertThat(InviteCode.parse(modern)).contains(legacy);
    assertThat(legacy.address().withoutSeed())
        .isEqualTo(MultiserverAddress.net("one.butt.nz", 8008, PUB));
  }

  @Test
  void whatFollowsAHashIsIgnored() {
    assertThat(InviteCode.parse("net:a.com:1~shs:" + KEY + ":" + SEED + "#welcome")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "#",
        "hello",
        "net:a.com:1~shs:" + KEY + ":short",
        "a.com:1:@" + KEY + ".ed25519~short",
        "a.com:1:@" + KEY + ".ed25519",
        "net:a.com~shs:" + KEY,
        "net:a.com:1~shs",
        "[a.com]:1:@" + KEY + ".ed25519~" + SEED,
        "[::1:1:@" + KEY + ".ed25519~" + SEED
      })
  void anythingElseIsNone(String text) {
    assertThat(InviteCode.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "net:192.168.1.10:8008~shs:KEY, net, 192.168.1.10, 8008",
    "net:fe80::1%eth0:8008~shs:KEY, net, fe80::1%eth0, 8008",
    "net:laptop:8008~shs:KEY, net, laptop, 8008",
    "ws://pub.example.com:8989~shs:KEY, ws, pub.example.com, 8989",
    "net:abcdefgh.onion:80~shs:KEY, onion, abcdefgh.onion, 80",
    "unix:/tmp/socket~noauth;net:a.com:2~shs:KEY, net, a.com, 2",
    "ws://a.com:8989~shs:KEY;wss://a.com~shs:KEY;net:a.com:2~shs:KEY, net, a.com, 2",
    "net:a_b:2~shs:KEY;net:a.com:2~shs:KEY, net, a.com, 2",
    "wss://a.com~shs:KEY, wss, a.com, 443",
    "net:[::1]:8008~shs:KEY, net, ::1, 8008",
    "net:2001!:db8!:!:7:8008~shs:KEY, net, 2001:db8::7, 8008",
    "net:fe80::1%br-0.7:8008~shs:KEY, net, fe80::1%br-0.7, 8008",
    "net:[fe80::1%25eth0]:8008~shs:KEY, net, fe80::1%eth0, 8008",
    "net:[fe80::1%25]:8008~shs:KEY, net, fe80::1%25, 8008",
    "ws://[::1]:8989~shs:KEY, ws, ::1, 8989",
    "[2001:db8::7]:8008:@KEY.ed25519, net, 2001:db8::7, 8008"
  })
  void addressesAreTakenApart(String text, String transport, String host, int port) {
    MultiserverAddress address = MultiserverAddress.parse(text.replace("KEY", KEY)).orElseThrow();
    assertThat(address.transport()).isEqualTo(transport);
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.port()).isEqualTo(port);
    assertThat(address.key()).isEqualTo(PUB);
    assertThat(MultiserverAddress.parse(address.toString())).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[::1]:8008:@KEY.ed25519~SEED", "net:[::1]:8008~shs:KEY:SEED"})
  void ipv6IsWrittenWithoutBracketsAsNpmPeersReadIt(String text) {
    InviteCode code =
        InviteCode.parse(text.replace("KEY", KEY).replace("SEED", SEED)).orElseThrow();

    assertThat(code).hasToString("net:::1:8008~shs:" + KEY + ":" + SEED);
    assertThat(code.legacy()).isEqualTo("::1:8008:@" + KEY + ".ed25519~" + SEED);
    assertThat(InviteCode.parse(code.legacy())).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "wss://a.com~shs:KEY, wss",
    "bt:x~shs:KEY;wss://a.com~shs:KEY, bt",
    "wss://a.com~shs:KEY;net:a.com:2~shs:KEY,",
    "net:a.com:0~shs:KEY,",
    "a.com:2:@KEY.ed25519,",
    "https://a.com/~mara,"
  })
  void whatLeadsByNoWayOfOursIsNamed(String text, @Nullable String transport) {
    assertThat(MultiserverAddress.otherWay(text.replace("KEY", KEY)))
        .isEqualTo(Optional.ofNullable(transport));
  }

  @Test
  void hugeListsAreRefusedWithoutExhaustingTheStack() {
    assertThat(MultiserverAddress.parse("net:" + "!:".repeat(500_000) + ":1~shs:" + KEY)).isEmpty();
    assertThat(MultiserverAddress.isOne("ab" + ":".repeat(1900) + "~shs:" + KEY)).isTrue();
    assertThat(MultiserverAddress.parse(":".repeat(100_000))).isEmpty();
  }

  @Test
  void anAddressCanBeDialled() {
    assertThatThrownBy(() -> MultiserverAddress.net("a b", 1, PUB))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MultiserverAddress.net("a.com", 65536, PUB))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
