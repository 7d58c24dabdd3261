package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.peers.AddressText.Callable;
import org.tidings.ui.peers.AddressText.Wrong;

class AddressTextTest {
  private static final FeedId SELF = SomeFeed.of("me").id();
  private static final FeedId MARA = SomeFeed.of("Mara").id();
  private static final String KEY = MARA.toString().substring(1, 45);
  private static final PeerAddress THERE =
      new NetAddress("192.168.1.10", 8008, SomeKeys.of("Mara").publicKey());

  private static AddressText read(String text) {
    return AddressText.read(text, SELF);
  }

  @Test
  void theUsualFormIsRead() {
    assertThat(read("  net:192.168.1.10:8008~shs:" + KEY + "\n")).isEqualTo(new Callable(THERE));
  }

  @Test
  void theOldFormIsReadWithAndWithoutTheSigil() {
    assertThat(read("192.168.1.10:8008:" + MARA)).isEqualTo(new Callable(THERE));
    assertThat(read("192.168.1.10:8008:" + KEY)).isEqualTo(new Callable(THERE));
  }

  @Test
  void aLinkIsRead() {
    String address = URLEncoder.encode("net:192.168.1.10:8008~shs:" + KEY, StandardCharsets.UTF_8);
    assertThat(read("ssb:address/multiserver?multiserverAddress=" + address))
        .isEqualTo(new Callable(THERE));
  }

  @Test
  void ofSeveralAddressesTheOneThatCanBeCalledIsTaken() {
    assertThat(read("ws://example.org:9000~shs:" + KEY + ";net:192.168.1.10:8008~shs:" + KEY))
        .isEqualTo(new Callable(THERE));
  }

  @Test
  void nothingIsNoAddress() {
    assertThat(read("  ")).isEqualTo(new Wrong("peers.address.empty"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "192.168.1.10",
        "192.168.1.10:8008",
        "net:192.168.1.10:8008",
        "net:192.168.1.10:8008~shs:short",
        "https://example.org",
        "ssb:",
        "::::",
        "@",
        "🌊"
      })
  void whatIsNoAddressIsSaidToBeNone(String text) {
    assertThat(read(text)).isEqualTo(new Wrong("peers.address.wrong"));
  }

  @Test
  void ourOwnAddressIsRecognised() {
    String own = SELF.toString().substring(1, 45);
    assertThat(read("net:192.168.1.10:8008~shs:" + own)).isEqualTo(new Wrong("peers.address.own"));
  }

  @Test
  void anIdIsNotAnAddress() {
    assertThat(read(MARA.toString())).isEqualTo(new Wrong("peers.address.feed"));
  }

  @Test
  void anInviteIsCalledByItsName() {
    assertThat(read("pub.example.org:8008:" + MARA + "~" + KEY))
        .isEqualTo(new Wrong("peers.address.invite"));
    assertThat(read("net:pub.example.org:8008~shs:" + KEY + ":" + KEY))
        .isEqualTo(new Wrong("peers.address.invite"));
  }

  @Test
  void anAddressOfAnotherKindIsCalledSo() {
    assertThat(read("ws://example.org:9000~shs:" + KEY))
        .isEqualTo(new Wrong("peers.address.other"));
  }
}
