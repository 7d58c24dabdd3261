package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.replication.transport.NetAddress;

class SignInLinkTest {
  private static final NetAddress ROOM =
      new NetAddress("room.example", 8008, SomeFeed.of("room").id().key());
  private static final String LINK = FakeRoom.signInLink(ROOM);

  @Test
  void theLinkOfAPageIsRead() {
    assertThat(SignInLink.parse(" " + LINK + "\n"))
        .hasValueSatisfying(
            link -> {
              assertThat(link.room()).isEqualTo(ROOM.id());
              assertThat(link.nonce()).isEqualTo("c".repeat(44));
              assertThat(link.address()).hasValue(ROOM);
            });
  }

  @Test
  void theAddressOfSomebodyElseIsNone() {
    String other = SomeFeed.of("mallory").id().key().base64();
    String link = LINK.replaceFirst("~shs.*|%7Eshs.*", "~shs:" + other.replace("+", "%2B"));
    assertThat(SignInLink.parse(link))
        .hasValueSatisfying(read -> assertThat(read.address()).isEmpty());
  }

  @Test
  void whatAsksForSomethingElseOrTooLittleIsNone() {
    assertThat(SignInLink.parse(LINK.replace("start-http-auth", "consume-alias"))).isEmpty();
    assertThat(SignInLink.parse(LINK.replace("c".repeat(44), "c".repeat(42)))).isEmpty();
    assertThat(SignInLink.parse(LINK.replace("sid=", "id="))).isEmpty();
    assertThat(SignInLink.parse("hello")).isEmpty();
  }
}
