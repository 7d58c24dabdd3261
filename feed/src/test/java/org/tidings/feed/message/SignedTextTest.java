package org.tidings.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.MessageId;

class SignedTextTest {

  /// Also where what is stored is damaged: else a bit that flips might not show.
  @Test
  void theIdIsOverTheLowBytesOfWhatJavaReads() throws JsonException {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] literal = literal(random, i % 2 == 0);
      String text = new String(literal, UTF_8);
      SignedText read = SignedText.ofWire(literal);
      assertThat(read.units()).as(text).isEqualTo(text.length());
      assertThat(read.id()).as(text).isEqualTo(idOf(text));
    }
  }

  private static MessageId idOf(String text) {
    ByteArrayOutputStream low = new ByteArrayOutputStream();
    text.chars().forEach(low::write);
    return MessageId.of(Sha256.of(low.toByteArray()));
  }

  /// A JSON string in which a bit may be wrong; how it is set out is not asked here.
  private static byte[] literal(Random random, boolean isDamaged) {
    StringBuilder text = new StringBuilder("x");
    for (int length = random.nextInt(5); length > 0; length--) {
      text.appendCodePoint(random.nextInt(1 << (7 + random.nextInt(11))));
    }
    byte[] bytes = ('"' + text.toString() + '"').getBytes(UTF_8);
    if (isDamaged) {
      bytes[1 + random.nextInt(bytes.length - 2)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    for (int at = 1; at < bytes.length - 1; at++) {
      bytes[at] = bytes[at] == '"' || bytes[at] == '\\' ? (byte) 'x' : bytes[at];
    }
    return bytes;
  }
}
