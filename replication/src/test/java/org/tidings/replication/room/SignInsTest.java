package org.tidings.replication.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Identity;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcError;

class SignInsTest {
  private static final KeyPair KEYS = SomeKeys.of("alice");
  private static final FeedId ALICE = FeedId.of(KEYS.publicKey());
  private static final FeedId ROOM = SomeFeed.of("room").id();
  private static final String CHALLENGE = "c".repeat(44);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final SignIns signIns =
      new SignIns(new Identity(ALICE, KEYS), new SecureRandom(), () -> now);

  @Test
  void whatWeBeganIsSolvedOnce() throws Exception {
    String nonce = begin();
    String solution = signIns.solve(ROOM, CHALLENGE, nonce);
    assertThat(SignedText.signIn(ROOM, ALICE, CHALLENGE, nonce).isSignedBy(ALICE, solution))
        .isTrue();
    assertRefused(ROOM, CHALLENGE, nonce);
  }

  @Test
  void whatWeBeganElsewhereOrNotAtAllIsNot() {
    String nonce = begin();
    assertRefused(SomeFeed.of("another room").id(), CHALLENGE, nonce);
    assertRefused(ROOM, CHALLENGE, "made up");
    assertRefused(ROOM, "short", nonce);
  }

  @Test
  void whatWeBeganLapses() {
    String nonce = begin();
    now = now.plus(Duration.ofMinutes(2));
    assertRefused(ROOM, CHALLENGE, nonce);
  }

  @Test
  void ofMuchThatWasBegunTheOldestIsForgotten() throws Exception {
    String oldest = begin();
    String next = begin();
    for (int i = 0; i < 15; i++) {
      begin();
    }
    assertRefused(ROOM, CHALLENGE, oldest);
    assertThat(signIns.solve(ROOM, CHALLENGE, next)).isNotEmpty();
  }

  @Test
  void aHostMayBeALiteralOfTheSixthVersion() {
    assertThat(signIns.begin(ROOM, "fe80::1").getHost()).isEqualTo("[fe80::1]");
  }

  private void assertRefused(FeedId server, String fromServer, String fromClient) {
    assertThatThrownBy(() -> signIns.solve(server, fromServer, fromClient))
        .isInstanceOf(RpcError.class);
  }

  private String begin() {
    URI page = signIns.begin(ROOM, "room.example");
    assertThat(page.getHost()).isEqualTo("room.example");
    String query = page.getRawQuery();
    return URLDecoder.decode(query.substring(query.indexOf("&cc=") + 4), UTF_8);
  }
}
