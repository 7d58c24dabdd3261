package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.PublicKey;
import org.tidings.crypto.key.SomeKeys;

class IdTest {

  @Test
  void anyBytesComeBackFromTheirText() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      assertThat(FeedId.parse(FeedId.of(bytes).toString()).orElseThrow().bytes()).isEqualTo(bytes);
      assertThat(MessageId.parse(MessageId.of(bytes).toString())).contains(MessageId.of(bytes));
      assertThat(Ref.parse(BlobId.of(bytes).toString())).contains(BlobId.of(bytes));
    }
  }

  @Test
  void aFeedIsItsAuthorsKey() {
    PublicKey key = SomeKeys.of("alice").publicKey();
    assertThat(FeedId.of(key)).hasToString(key.toString());
    assertThat(FeedId.of(key).key()).isEqualTo(key);
  }

  @Test
  void kindsWithTheSameBytesDiffer() {
    byte[] bytes = new byte[32];
    assertThat((Object) MessageId.of(bytes)).isNotEqualTo(BlobId.of(bytes));
  }

  @Test
  void bytesAreCopiedInAndOut() {
    byte[] bytes = new byte[32];
    MessageId id = MessageId.of(bytes);
    bytes[0] = 1;
    id.bytes()[1] = 1;
    assertThat(id).isEqualTo(MessageId.of(new byte[32]));
  }

  @Test
  void anIdHas32Bytes() {
    assertThatThrownBy(() -> BlobId.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=.ed25519",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE.ed25519",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=Xed25519",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=.ed25519 ",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-E=.ed25519",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAéE=.ed25519",
        "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=.sha256"
      })
  void feedIdsHaveOneSpelling(String text) {
    assertThat(FeedId.parse(text)).isEmpty();
  }
}
