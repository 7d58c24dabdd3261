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
import org.tidings.replication.InviteKind;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.room.SomeAlias;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.peers.Pasted.Address;
import org.tidings.ui.peers.Pasted.Invite;
import org.tidings.ui.peers.Pasted.Wrong;

class PastedTest {
  private static final FeedId SELF = SomeFeed.of("me").id();
  private static final FeedId MARA = SomeFeed.of("Mara").id();
  private static final String KEY = MARA.toString().substring(1, 45);
  private static final PeerAddress THERE =
      new NetAddress("192.168.1.10", 8008, SomeKeys.of("Mara").publicKey());

  private static Pasted read(String text) {
    return Pasted.read(text, SELF);
  }

  @Test
  void theUsualFormIsRead() {
    assertThat(read("  net:192.168.1.10:8008~shs:" + KEY + "\n")).isEqualTo(new Address(THERE));
  }

  @Test
  void theOldFormIsReadWithAndWithoutTheSigil() {
    assertThat(read("192.168.1.10:8008:" + MARA)).isEqualTo(new Address(THERE));
    assertThat(read("192.168.1.10:8008:" + KEY)).isEqualTo(new Address(THERE));
  }

  @Test
  void aLinkIsRead() {
    String address = URLEncoder.encode("net:192.168.1.10:8008~shs:" + KEY, StandardCharsets.UTF_8);
    assertThat(read("ssb:address/multiserver?multiserverAddress=" + address))
        .isEqualTo(new Address(THERE));
  }

  @Test
  void ofSeveralAddressesTheOneThatCanBeCalledIsTaken() {
    assertThat(read("ws://example.org:9000~shs:" + KEY + ";net:192.168.1.10:8008~shs:" + KEY))
        .isEqualTo(new Address(THERE));
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
  void anInviteIsRecognisedByItsKind() {
    String pub = "pub.example.org:8008:" + MARA + "~" + KEY;
    assertThat(read('"' + pub + '"')).isEqualTo(new Invite(InviteKind.PUB, pub));
    String room = new RoomInvite.Open(new NetAddress("room.example", 8008, MARA.key())).text();
    assertThat(read(room)).isEqualTo(new Invite(InviteKind.ROOM, room));
    String alias = "https://mara.room.example";
    assertThat(read(" " + alias)).isEqualTo(new Invite(InviteKind.ALIAS, alias));
  }

  @Test
  void theLinkOnTheirPageInARoomIsNoAddressOfTheRoom() {
    NetAddress room = new NetAddress("room.example", 8008, MARA.key());
    String link = SomeAlias.link("mara", SomeKeys.of("Mara"), room);
    assertThat(read(link)).isEqualTo(new Invite(InviteKind.ALIAS, link));
  }

  @Test
  void anInviteThatLacksItsEndIsSaidToDoSo() {
    assertThat(read("pub.example.org:8008:" + MARA + "~" + KEY.substring(9)))
        .isEqualTo(new Wrong("peers.address.half"));
  }

  @Test
  void aPageWithoutProtectionIsNotAsked() {
    assertThat(read("http://room.example/join?invite=1"))
        .isEqualTo(new Wrong("peers.address.unprotected"));
  }

  @Test
  void anAddressOfAnotherKindIsCalledSo() {
    assertThat(read("ws://example.org:9000~shs:" + KEY))
        .isEqualTo(new Wrong("peers.address.other"));
  }
}
