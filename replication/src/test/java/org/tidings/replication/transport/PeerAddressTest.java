package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;

class PeerAddressTest {
  private static final PublicKey KEY = PublicKey.of(new byte[32]);
  private static final String SHS = "~shs:" + KEY.base64();

  @Test
  void anAddressIsReadAsItIsWritten() {
    PeerAddress address = new NetAddress("example.com", 8008, KEY);
    assertThat(address).hasToString("net:example.com:8008" + SHS);
    assertThat(PeerAddress.parse(address.toString())).hasValue(address);
  }

  @Test
  void ipv6AddressesHaveNoBrackets() {
    assertThat(PeerAddress.parse("net:fe80::1:8008" + SHS))
        .hasValue(new NetAddress("fe80::1", 8008, KEY));
  }

  @Test
  void theFirstOfAListThatWeCanDialIsTaken() {
    assertThat(PeerAddress.parse("ws://example.com" + SHS + ";net:10.0.0.1:8009" + SHS))
        .hasValue(new NetAddress("10.0.0.1", 8009, KEY));
  }

  @Test
  void theOldFormIsRead() {
    assertThat(PeerAddress.parse("example.com:8008:@" + KEY.base64() + ".ed25519"))
        .hasValue(new NetAddress("example.com", 8008, KEY));
  }

  @Test
  void aWayThroughARoomIsReadAsItIsWritten() {
    FeedId room = FeedId.of(new byte[32]);
    FeedId bob = SomeFeed.of("bob").id();
    TunnelAddress way = TunnelAddress.through(room, bob);
    assertThat(way).hasToString("tunnel:%s:%s~shs:%s".formatted(room, bob, bob.key().base64()));
    assertThat(PeerAddress.parse(way.toString())).hasValue(way);
    assertThat(way.id()).isEqualTo(bob);
  }

  @Test
  void aWayThroughARoomNamesOnePeerAndOneRoom() {
    String bob = SomeFeed.of("bob").id().toString();
    for (String text :
        new String[] {
          "tunnel:" + bob + ":" + bob + SHS,
          "tunnel:" + bob + SHS,
          "tunnel:room:" + FeedId.of(KEY) + SHS,
          "tunnel:" + bob + ":" + bob + ":" + FeedId.of(KEY) + SHS
        }) {
      assertThat(PeerAddress.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void whatIsNoAddressIsNone() {
    for (String text : new String[] {"", ";", "net:", "net:a:0" + SHS, "net:a:8008", "hello"}) {
      assertThat(PeerAddress.parse(text)).as(text).isEmpty();
    }
    assertThatThrownBy(() -> new NetAddress(" ", 8008, KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
