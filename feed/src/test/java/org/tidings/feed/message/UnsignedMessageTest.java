package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

class UnsignedMessageTest {
  private static final KeyPair ALICE = SomeKeys.of("alice");
  private static final FeedId AUTHOR = FeedId.of(ALICE.publicKey());

  @Test
  void whatWeSignIsGenuineAndContinuesTheFeed() throws UnpublishableException {
    Message first = unsigned(Optional.empty(), post("one")).sign(ALICE);
    Message second = unsigned(Optional.of(first.asHead()), post("two")).sign(ALICE);
    assertThat(new MessageVerifier().verify(second.wire(), Optional.of(first.asHead())))
        .isEqualTo(new Verdict.Accepted(second.asHead()));
    assertThat(second.author()).isEqualTo(AUTHOR);
    assertThat(second.sequence()).isEqualTo(new Sequence(2));
    assertThat(second.previous()).contains(first.id());
    assertThat(second.type()).isEqualTo("post");
  }

  @Test
  void encryptedContentHasNoType() throws UnpublishableException {
    assertThat(unsigned(Optional.empty(), Json.of("AAAA.box")).sign(ALICE).type()).isEmpty();
  }

  @Test
  void theSizeThatCountsIsTheSignedOne() throws UnpublishableException {
    int room = MessageCodec.MAX_UNITS - unsigned(Optional.empty(), post("")).signedUnits(AUTHOR);
    UnsignedMessage full = unsigned(Optional.empty(), post("x".repeat(room)));
    UnsignedMessage over = unsigned(Optional.empty(), post("x".repeat(room + 1)));
    assertThat(full.signedUnits(AUTHOR)).isEqualTo(MessageCodec.MAX_UNITS);
    assertThat(full.sign(ALICE).sequence()).isEqualTo(Sequence.FIRST);
    assertThatThrownBy(() -> over.sign(ALICE))
        .isInstanceOf(UnpublishableException.class)
        .hasMessageContaining("8192");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"test\",\"1\":0}",
        "{\"type\":\"test\",\"in\":[{\"0\":0}]}",
        "{\"type\":\"test\",\"half\":\"\\ud83d\"}",
        "{\"type\":\"test\",\"\\ude00\":1}",
        "{\"type\":\"no\"}",
        "{\"text\":\"no type\"}",
        "[\"type\"]",
        "\"not encrypted\"",
        "null"
      })
  void whatOtherPeersWouldNotReadIsNeverSigned(String content) throws JsonException {
    UnsignedMessage message = unsigned(Optional.empty(), Json.parse(content));
    assertThatThrownBy(() -> message.sign(ALICE)).isInstanceOf(UnpublishableException.class);
  }

  @Test
  void nestingEndsBeforeTwentyLevels() throws JsonException, UnpublishableException {
    // the message is one level, its content another
    UnsignedMessage deepest = unsigned(Optional.empty(), nested(17));
    UnsignedMessage deeper = unsigned(Optional.empty(), nested(18));
    assertThat(new String(deepest.sign(ALICE).wire(), StandardCharsets.UTF_8)).contains("[[[[");
    assertThatThrownBy(() -> deeper.sign(ALICE)).isInstanceOf(UnpublishableException.class);
  }

  @Test
  void anObjectIsALevelToo() throws JsonException, UnpublishableException {
    JsonObject content = post("x");
    UnsignedMessage deepest =
        unsigned(
            Optional.empty(),
            content.with("deep", Json.parse("[".repeat(16) + "{}" + "]".repeat(16))));
    UnsignedMessage deeper =
        unsigned(
            Optional.empty(),
            content.with("deep", Json.parse("[".repeat(17) + "{}" + "]".repeat(17))));
    assertThat(deepest.sign(ALICE).type()).isEqualTo("post");
    assertThatThrownBy(() -> deeper.sign(ALICE)).isInstanceOf(UnpublishableException.class);
  }

  private static Json nested(int arrays) throws JsonException {
    return Json.parse(
        "{\"type\":\"test\",\"deep\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}");
  }

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }

  private static UnsignedMessage unsigned(Optional<Head> head, Json content) {
    return UnsignedMessage.after(head, 1_700_000_000_000.0, content);
  }
}
