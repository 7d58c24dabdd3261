package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.room.SomeAlias;
import org.tidings.replication.transport.NetAddress;

class InviteKindTest {
  private static final FeedId THEY = SomeFeed.of("they").id();
  private static final String KEY = THEY.toString().substring(1, 45);
  private static final String ADDRESS = "net:there.example:8008~shs:" + KEY;
  private static final String SEED = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

  @Test
  void aCodeForADeviceIsNoneOfAPub() {
    assertThat(InviteKind.of(" " + ADDRESS + ":" + SEED + "#device\n")).hasValue(InviteKind.DEVICE);
  }

  @Test
  void aPubIsKnownByTheSecretInEveryWrittenForm() {
    String legacy = "there.example:8008:" + THEY + "~" + SEED;
    String[] forms = {
      legacy,
      " " + legacy + "\n",
      '"' + legacy + '"',
      ADDRESS + ":" + SEED,
      "wss://there.example~shs:" + THEY.key().base64() + ":" + SEED,
      link(ADDRESS + ":" + SEED)
    };
    for (String form : forms) {
      assertThat(InviteKind.of(form)).as(form).hasValue(InviteKind.PUB);
    }
  }

  @Test
  void theSecretThatRoomsShareIsNone() {
    String open = ADDRESS + ":" + RoomInvite.OPEN_SEED;
    String legacy = "there.example:8008:" + THEY + "~" + RoomInvite.OPEN_SEED;
    for (String form : new String[] {open, '"' + open + '"', link(open), legacy}) {
      assertThat(InviteKind.of(form)).as(form).hasValue(InviteKind.ROOM);
      assertThat(RoomInvite.parse(InviteKind.bare(form))).as(form).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://room.example/join?invite=1234",
        "https://room.example/join?token=1234",
        "https://room.example/en/join",
        "https://room.example/?invite=1234",
        "ssb:experimental?action=claim-http-invite&invite=1&postTo=https%3A%2F%2Froom.example"
      })
  void anInviteOnAPageLeadsIntoARoom(String pasted) {
    assertThat(InviteKind.of(pasted)).hasValue(InviteKind.ROOM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://alice.room.example",
        "https://alice.room.example/",
        "https://room.example/alice?encoding=json",
        "ssb://experimental?action=consume-alias&alias=alice"
      })
  void anyOtherPageIsSomebodys(String pasted) {
    assertThat(InviteKind.of(pasted)).hasValue(InviteKind.ALIAS);
  }

  @Test
  void aLinkOnSuchAPageStaysWholeThoughTheRoomsAddressIsInIt() {
    NetAddress room = new NetAddress("room.example", 8008, THEY.key());
    String link = SomeAlias.link("alice", SomeKeys.of("alice"), room);
    assertThat(InviteKind.bare(" " + link + "\n")).isEqualTo(link);
    assertThat(InviteKind.of(link)).hasValue(InviteKind.ALIAS);
  }

  @Test
  void aLinkToSignInIsKnownWhereItIsWhole() {
    String link = "ssb:experimental?action=start-http-auth&sid=%40" + KEY + ".ed25519&sc=";
    assertThat(InviteKind.of(link.replace("+", "%2B") + SEED)).hasValue(InviteKind.SIGN_IN);
    assertThat(InviteKind.of(link)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "\"",
        "http://room.example/join?invite=1",
        "https://a b/",
        "ssb:",
        "🌊"
      })
  void whatIsNoInviteIsNone(String pasted) {
    assertThat(InviteKind.of(pasted)).isEmpty();
  }

  @Test
  void anAddressIsNoInvite() {
    assertThat(InviteKind.of(ADDRESS)).isEmpty();
    assertThat(InviteKind.of(link(ADDRESS))).isEmpty();
    assertThat(InviteKind.of(THEY.toString())).isEmpty();
  }

  private static String link(String address) {
    return "ssb:address/multiserver?multiserverAddress="
        + URLEncoder.encode(address, StandardCharsets.UTF_8);
  }
}
