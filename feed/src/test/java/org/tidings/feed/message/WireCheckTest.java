package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.Vectors;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

class WireCheckTest {
  private static final Message MESSAGE = SomeFeed.of("Mara").post("Hello, \"you\" {[,:]} \\n");

  @Test
  void whatWasReadIsSound() {
    for (byte[] value : Corpus.values()) {
      assertThat(isSound((Message) MessageCodec.decode(value))).isTrue();
    }
  }

  @Test
  void everyOddMessageIsSoundToo() {
    Vectors.cases("messages.json", "cases").stream()
        .flatMap(vector -> vector.string("raw").stream())
        .map(raw -> MessageCodec.decode(raw.getBytes(StandardCharsets.UTF_8)))
        .filter(Message.class::isInstance)
        .forEach(message -> assertThat(isSound((Message) message)).isTrue());
  }

  @Test
  void everyFlippedBitOfPlainTextShows() {
    for (int bit = 0; bit < MESSAGE.wireBytes() * Byte.SIZE; bit++) {
      byte[] wire = MESSAGE.wire();
      wire[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(isMessage(wire, MESSAGE.id(), MESSAGE.author(), MESSAGE.sequence())).isFalse();
    }
  }

  @Test
  void everyCutShows() {
    for (int length = 0; length < MESSAGE.wireBytes(); length++) {
      byte[] wire = new byte[length];
      System.arraycopy(MESSAGE.wire(), 0, wire, 0, length);
      assertThat(isMessage(wire, MESSAGE.id(), MESSAGE.author(), MESSAGE.sequence())).isFalse();
    }
  }

  @Test
  void anotherPlaceAuthorOrIdIsAnotherMessage() {
    Message other = SomeFeed.of("Jon").post("x");
    assertThat(isMessage(MESSAGE.wire(), other.id(), MESSAGE.author(), MESSAGE.sequence()))
        .isFalse();
    assertThat(isMessage(MESSAGE.wire(), MESSAGE.id(), other.author(), MESSAGE.sequence()))
        .isFalse();
    assertThat(isMessage(MESSAGE.wire(), MESSAGE.id(), MESSAGE.author(), new Sequence(2)))
        .isFalse();
  }

  private static boolean isSound(Message message) {
    return isMessage(message.wire(), message.id(), message.author(), message.sequence());
  }

  private static boolean isMessage(byte[] wire, MessageId id, FeedId author, Sequence sequence) {
    return WireCheck.isMessage(wire, id, author, sequence);
  }
}
