package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedFormat;

class MessageVerifierTest {
  private static final Message MESSAGE = SomeFeeds.of("alice").post("Grüße, 世界 😀 \"quoted\"");
  private static final MessageVerifier VERIFIER = new MessageVerifier();

  @Test
  void aForgedSignatureIsTold() {
    String other = text(MESSAGE).replace("Grüße", "Gruesse");
    assertThat(VERIFIER.check(utf8(other))).isInstanceOf(Verdict.Forged.class);
  }

  @Test
  void anotherSpellingIsTheSameMessage() throws JsonException {
    byte[] pretty = JsonWriter.canonical(Json.parse(MESSAGE.wire()));
    String escaped = text(MESSAGE).replace("ü", "\\u00FC").replace("世", "\\u4e16");
    assertThat(VERIFIER.check(pretty)).isEqualTo(new Checked.Genuine(MESSAGE));
    assertThat(VERIFIER.check(utf8(escaped))).isEqualTo(new Checked.Genuine(MESSAGE));
  }

  @Test
  void manyThreadsAgree() {
    long genuine =
        IntStream.range(0, 200)
            .parallel()
            .filter(_ -> VERIFIER.check(MESSAGE.wire()) instanceof Checked.Genuine)
            .count();
    assertThat(genuine).isEqualTo(200);
  }

  @Test
  void theStoredBytesCannotBeChangedThroughACopy() {
    MESSAGE.wire()[0] = 'x';
    assertThat(VERIFIER.check(MESSAGE.wire())).isInstanceOf(Checked.Genuine.class);
  }

  @Nested
  class WhereOnlyTheHeadIsKnown {
    private static final SomeFeeds ALICE = SomeFeeds.of("alice", 1);

    @Test
    void theHeadItselfIsADuplicate() {
      Message head = ALICE.messages().getFirst();
      assertThat(VERIFIER.verify(head.wire(), ALICE.head())).isEqualTo(new Verdict.Duplicate());
    }

    @Test
    void anotherMessageInItsPlaceIsAFork() {
      Message other = ALICE.copyUpTo(0).post("something else");
      assertThat(VERIFIER.verify(other.wire(), ALICE.head())).isEqualTo(new Verdict.Forked(other));
    }
  }

  @Nested
  class HostileBytes {
    @Test
    void everyTruncationIsRefused() {
      byte[] wire = MESSAGE.wire();
      for (int length = 0; length < wire.length; length++) {
        assertThat(VERIFIER.check(Arrays.copyOf(wire, length)))
            .isInstanceOf(Verdict.Malformed.class);
      }
    }

    @Test
    void aChangedByteNeverPassesAsAnotherMessage() {
      Random random = new Random(42);
      for (int i = 0; i < 5000; i++) {
        byte[] wire = MESSAGE.wire();
        wire[random.nextInt(wire.length)] = (byte) random.nextInt(256);
        if (VERIFIER.check(wire) instanceof Checked.Genuine(Message message)) {
          assertThat(message).isEqualTo(MESSAGE);
        }
      }
    }

    @Test
    void noiseIsRefused() {
      Random random = new Random(7);
      for (int i = 0; i < 2000; i++) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        assertThat(VERIFIER.check(noise)).isInstanceOf(Verdict.Unreadable.class);
      }
    }
  }

  @Nested
  class OtherFormats {
    @ParameterizedTest
    @ValueSource(
        strings = {"ssb:feed/indexed-v1/", "ssb:feed:indexed-v1:", "ssb://feed/indexed-v1/"})
    void indexFeedsAreIgnoredPolitely(String prefix) throws JsonException {
      String foreign = text(MESSAGE).replace(MESSAGE.author().toString(), prefix + "AAAA");
      Verdict.Foreign indexed = new Verdict.Foreign(FeedFormat.INDEXED);
      assertThat(VERIFIER.check(utf8(foreign))).isEqualTo(indexed);
      JsonArray pair = JsonArray.of(Json.parse(foreign), Json.parse(MESSAGE.wire()));
      assertThat(VERIFIER.check(JsonWriter.compact(pair))).isEqualTo(indexed);
    }

    @Test
    void aPairOfClassicMessagesIsMalformed() throws JsonException {
      Json classic = Json.parse(MESSAGE.wire());
      byte[] pair = JsonWriter.compact(JsonArray.of(classic, classic));
      assertThat(VERIFIER.check(pair)).isInstanceOf(Verdict.Malformed.class);
    }
  }

  private static String text(Message message) {
    return new String(message.wire(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
