package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.Corpus;
import org.tidings.feed.Vectors;
import org.tidings.feed.content.BlobLinks;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.MessageId;

/// Whatever the bytes: what is taken for a message has one wire form and one id, however it was
/// spelt, and comes out of the store as it went in.
public class MessageFuzzTest {
  private static final MessageVerifier VERIFIER = new MessageVerifier();
  private static final int SOME = 60;

  /// Before the first input, so that classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    seeds().forEach(MessageFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    switch (MessageCodec.decode(input)) {
      case Message message -> isStable(message, input);
      case Verdict.Unreadable unreadable -> assertThat(VERIFIER.check(input)).isEqualTo(unreadable);
    }
  }

  /// The published messages, good and bad, and some of the corpus.
  public static List<byte[]> seeds() {
    Stream<byte[]> published =
        Vectors.cases("messages.json", "cases").stream()
            .flatMap(vector -> vector.string("raw").stream())
            .map(raw -> raw.getBytes(StandardCharsets.UTF_8));
    return Stream.concat(published, Corpus.values().stream().limit(SOME)).toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingFoundSoFarBreaksIt() {
    return FuzzCorpus.replay(MessageFuzzTest.class, MessageFuzzTest::fuzzerTestOneInput);
  }

  private static void isStable(Message message, byte[] input) {
    try {
      Json value = Json.parse(input);
      assertThat(MessageCodec.decode(message.wire())).isEqualTo(message);
      assertThat(MessageCodec.decode(value)).isEqualTo(message);
      assertThat(MessageCodec.decode(JsonWriter.canonical(value))).isEqualTo(message);
      assertThat(message.id()).isEqualTo(idByTheRule(value));
      comesOutOfTheStore(message);
      ContentParser.parse(message.content());
      BlobLinks.in(message.content());
      assertThat(VERIFIER.check(input)).isIn(new Checked.Genuine(message), new Verdict.Forged());
    } catch (JsonException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private static void comesOutOfTheStore(Message message) throws JsonException {
    byte[] stored = StoredForm.of(message);
    assertThat(StoredForm.wire(stored, message.envelope())).isEqualTo(message.wire());
    assertThat(StoredForm.content(stored)).isEqualTo(message.content());
  }

  private static MessageId idByTheRule(Json value) {
    String text = JsonWriter.canonicalText(value);
    byte[] low = new byte[text.length()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (byte) text.charAt(i);
    }
    return MessageId.of(Sha256.of(low));
  }
}
