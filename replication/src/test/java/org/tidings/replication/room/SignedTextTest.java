package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.ref.FeedId;

/// The vectors of the protocol reference, sections 8.9 and 8.11.
class SignedTextTest {
  private static final KeyPair ALICE = KeyPair.fromSeed(seed());
  private static final FeedId ALICES = FeedId.of(ALICE.publicKey());
  private static final FeedId ROOM =
      FeedId.parse("@51w4nYL0k7mRzDGw20KQqCjt35y8qLiBNtWk3MX7ppo=.ed25519").orElseThrow();
  private static final String ALIAS =
      "BBdk8GZo27FKhHMDGogzdqk81FgngH87GgEMqd5twpD7gAGFWz9ccnTVpe6YtVjegk15X1PuKRct2nxi4ca8DA=="
          + ".sig.ed25519";

  @Test
  void anAliasIsSigned() {
    assertThat(SignedText.alias(ROOM, ALICES, "alice").signedBy(ALICE)).isEqualTo(ALIAS);
  }

  @Test
  void aChallengeIsSigned() {
    assertThat(SignedText.signIn(ROOM, ALICES, nonce(1), nonce(2)).signedBy(ALICE))
        .isEqualTo(
            "BD+qlL1BzskNOd5lt1QvgdUzlSjA9NQzd1VY4PQUaN5ShzgDBlqBX/bLKduPOmBV9n+Kte5Rfiqcx7w7dOxpDw"
                + "==.sig.ed25519");
  }

  @Test
  void aSignatureIsKnownInBothAlphabets() {
    SignedText alias = SignedText.alias(ROOM, ALICES, "alice");
    assertThat(alias.isSignedBy(ALICES, ALIAS)).isTrue();
    assertThat(alias.isSignedBy(ALICES, ALIAS.replace('/', '_').replace('+', '-'))).isTrue();
    assertThat(alias.isSignedBy(ALICES, ALIAS.replace('+', ' '))).isTrue();
  }

  @Test
  void whatIsNotSignedIsNot() {
    assertThat(SignedText.alias(ROOM, ALICES, "bob").isSignedBy(ALICES, ALIAS)).isFalse();
    SignedText alias = SignedText.alias(ROOM, ALICES, "alice");
    assertThat(alias.isSignedBy(ROOM, ALIAS)).isFalse();
    assertThat(alias.isSignedBy(ALICES, "")).isFalse();
    assertThat(alias.isSignedBy(ALICES, "%%%")).isFalse();
  }

  private static String nonce(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] seed() {
    byte[] seed = new byte[32];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    return seed;
  }
}
