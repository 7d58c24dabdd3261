package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.told.Told;
import org.tidings.replication.transport.NetAddress;

class RoomInviteTest {
  private static final NetAddress ROOM =
      new NetAddress("room.example", 8008, SomeFeed.of("room").id().key());

  @Test
  void anOpenInviteIsTheAddressWithAFixedSeed() {
    String invite = ROOM + ":SSB+Room+PSK3TLYC2T86EHQCUHBUHASCASE18JBV24=";
    assertThat(RoomInvite.parse(" " + invite + "\n")).hasValue(new RoomInvite.Open(ROOM));
    assertThat(new RoomInvite.Open(ROOM).text()).isEqualTo(invite);
  }

  @Test
  void anAddressWillDo() {
    assertThat(RoomInvite.parse(ROOM.toString())).hasValue(new RoomInvite.Open(ROOM));
  }

  @Test
  void aHostMayBeCalledLikeAProtocol() {
    NetAddress room = new NetAddress("http-room.example", 8008, ROOM.key());
    String old = "http-room.example:8008:" + room.id();
    assertThat(RoomInvite.parse(old)).hasValue(new RoomInvite.Open(room));
  }

  @Test
  void anInviteOfAPubIsNone() {
    String seed = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
    assertThat(RoomInvite.parse(ROOM + ":" + seed)).isEmpty();
  }

  @Test
  void aLinkIsOpenedWhereItLeads() {
    String link = "https://room.example/join?invite=1234";
    assertThat(RoomInvite.parse(link)).hasValue(new RoomInvite.Link(URI.create(link)));
  }

  @Test
  void aClaimHasACodeAndAPlaceToClaimIt() {
    URI postTo = URI.create("https://room.example/invite/consume");
    for (String start : new String[] {"ssb:experimental?", "ssb://experimental?"}) {
      String uri =
          start
              + "action=claim-http-invite&invite=a%2Fb&postTo="
              + "https%3A%2F%2Froom.example%2Finvite%2Fconsume";
      assertThat(RoomInvite.parse(uri)).hasValue(new RoomInvite.Claim("a/b", postTo));
    }
  }

  @Test
  void nothingGoesToPagesWithoutProtectionElsewhere() {
    assertThat(RoomInvite.parse("http://room.example/join?invite=1234")).isEmpty();
    assertThat(
            RoomInvite.parse(
                "ssb:experimental?action=claim-http-invite&invite=1&postTo=http%3A%2F%2Fa.example"))
        .isEmpty();
    assertThat(RoomInvite.parse("http://127.0.0.1:3000/join?invite=1234")).isPresent();
  }

  @Test
  void aPageElsewhereHasUsCallNothingHere() {
    URI here = URI.create("http://127.0.0.1:3000/join");
    URI elsewhere = URI.create("https://room.example/join");
    assertThat(RoomInvite.on(elsewhere, answer(elsewhere)))
        .hasValue(new RoomInvite.Claim("1234", elsewhere));
    assertThat(RoomInvite.on(here, answer(here))).hasValue(new RoomInvite.Claim("1234", here));
    assertThat(RoomInvite.on(elsewhere, answer(here))).isEmpty();
    assertThat(RoomInvite.on(elsewhere, JsonObject.of())).isEmpty();
  }

  private static JsonObject answer(URI postTo) {
    return JsonObject.builder().put("invite", "1234").put("postTo", postTo.toString()).build();
  }

  @Test
  void whatIsNoInviteIsNone() {
    for (String text :
        new String[] {
          "",
          "hello",
          "https:///join",
          "https://a b/",
          "ssb:experimental?action=claim-http-invite&invite=1",
          "ssb:experimental?action=claim-http-invite&postTo=https%3A%2F%2Fa.example",
          "ssb:experimental?action=start-http-auth&invite=1&postTo=https%3A%2F%2Fa.example",
          SomeFeed.of("room").id().toString()
        }) {
      assertThat(RoomInvite.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void aRoomThatIsReachedByNoWayOfOursIsToldSo() {
    String web = "wss://room.example~shs:" + ROOM.key().base64() + ":" + RoomInvite.OPEN_SEED;
    assertThat(RoomInvite.parse(web)).isEmpty();
    assertThat(RoomInvite.whyNone(web)).isEqualTo(Told.of(RoomFault.OTHER_WAY, "wss"));
    assertThat(RoomInvite.whyNone("hello")).isEqualTo(Told.of(RoomFault.NO_INVITE));
  }
}
