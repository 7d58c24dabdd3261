package org.tidings.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonString;

class StoredFormTest {

  static List<byte[]> corpus() {
    return Corpus.values();
  }

  static Stream<byte[]> vectors() {
    return Vectors.cases("messages.json", "cases").stream()
        .flatMap(vector -> vector.string("raw").stream())
        .map(raw -> raw.getBytes(UTF_8));
  }

  @Test
  void theCorpusComesOutAsItWentInAndSmaller() throws JsonException {
    long wire = 0;
    long kept = 0;
    for (byte[] value : corpus()) {
      Message message = decoded(value).orElseThrow();
      byte[] stored = StoredForm.of(message);
      assertThat(StoredForm.wire(stored, message.envelope())).isEqualTo(message.wire());
      assertThat(StoredForm.content(stored)).isEqualTo(message.content());
      wire += message.wire().length;
      kept += stored.length;
    }
    assertThat(kept).isLessThan(wire * 2 / 3);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyOddMessageComesOutAsItWentIn(byte[] raw) throws JsonException {
    Optional<Message> read = decoded(raw);
    if (read.isPresent()) {
      Message message = read.get();
      byte[] stored = StoredForm.of(message);
      assertThat(StoredForm.wire(stored, message.envelope())).isEqualTo(message.wire());
      assertThat(StoredForm.content(stored)).isEqualTo(message.content());
    }
  }

  @Test
  void boxesAreKeptAsBytes() throws UnpublishableException {
    Message message = sign(new JsonString("A".repeat(400) + ".box"));
    assertThat(StoredForm.of(message)).hasSize(1 + 64 + 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA.box.box", "AAAA.box2", ".box", "AAAA.boxAAAA.box"})
  void whatOnlyLooksLikeABoxIsKeptAsText(String text) throws JsonException {
    String value =
        new String(SomeFeed.of("Mara").post("x").wire(), UTF_8)
            .replace("{\"type\":\"post\",\"text\":\"x\"}", "\"" + text + "\"");
    Message message = decoded(value.getBytes(UTF_8)).orElseThrow();
    byte[] stored = StoredForm.of(message);
    assertThat(StoredForm.wire(stored, message.envelope())).isEqualTo(message.wire());
    assertThat(StoredForm.content(stored)).isEqualTo(new JsonString(text));
  }

  @Test
  void theOldOrderOfFieldsIsKeptAsSmall() {
    String author = ",\"author\":\"" + SomeFeed.of("Mara").id() + "\"";
    String value =
        new String(SomeFeed.of("Mara").post("x").wire(), UTF_8)
            .replace(author, "")
            .replace(",\"sequence\"", author + ",\"sequence\"");
    Message message = decoded(value.getBytes(UTF_8)).orElseThrow();
    byte[] stored = StoredForm.of(message);
    assertThat(stored).hasSize(1 + 64 + "{'type':'post','text':'x'}".length());
    assertThat(StoredForm.wire(stored, message.envelope())).isEqualTo(message.wire());
  }

  /// An id covers the low byte of each UTF-16 unit alone.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "\u017Elu\u0165ou\u010Dk\u00FD",
        "\u043F\u0440\u0438",
        "\u4F60\u597D",
        "\uD83E\uDD80"
      })
  void whereABitFlipsNoOtherMessagePassesForIt(String text) {
    Message message = SomeFeed.of("Mara").post(text);
    byte[] stored = StoredForm.of(message);
    for (int bit = 0; bit < stored.length * Byte.SIZE; bit++) {
      byte[] damaged = stored.clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      byte[] wire = StoredForm.wire(damaged, message.envelope());
      boolean passes =
          WireCheck.isMessage(wire, message.id(), message.author(), message.sequence())
              || decoded(wire).filter(other -> other.id().equals(message.id())).isPresent();
      assertThat(!passes || Arrays.equals(wire, message.wire())).as("bit %d", bit).isTrue();
    }
  }

  @Test
  void whatWasKeptBeforeThereWereChecksumsIsReadToo() throws JsonException {
    Message message = SomeFeed.of("Mara").post("\u4F60\u597D");
    byte[] stored = StoredForm.of(message);
    byte[] older = new byte[stored.length - Integer.BYTES];
    System.arraycopy(stored, 0, older, 0, 1 + 64);
    int content = 1 + 64 + Integer.BYTES;
    System.arraycopy(stored, content, older, 1 + 64, stored.length - content);
    older[0] = 1;
    assertThat(StoredForm.wire(older, message.envelope())).isEqualTo(message.wire());
    assertThat(StoredForm.content(older)).isEqualTo(message.content());
  }

  @Test
  void whatIsCutOffWithinItsChecksumIsNoMessage() {
    Message message = SomeFeed.of("Mara").post("\u4F60\u597D");
    for (int length = 0; length <= 1 + 64 + Integer.BYTES; length++) {
      byte[] cut = Arrays.copyOf(StoredForm.of(message), length);
      assertThat(decoded(StoredForm.wire(cut, message.envelope()))).isEmpty();
      assertThatThrownBy(() -> StoredForm.content(cut)).isInstanceOf(JsonException.class);
    }
  }

  @Test
  void aDamagedValueHasNoContent() {
    assertThatThrownBy(() -> StoredForm.content("{}".getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessage("content is missing");
  }

  @Test
  void theWireFormItselfIsReadToo() throws JsonException {
    Message message = SomeFeed.of("Mara").post("hello");
    assertThat(StoredForm.wire(message.wire(), message.envelope())).isEqualTo(message.wire());
    assertThat(StoredForm.content(message.wire())).isEqualTo(message.content());
  }

  private static Message sign(Json content) throws UnpublishableException {
    return UnsignedMessage.after(Optional.empty(), 1.5e12, content).sign(SomeKeys.of("Mara"));
  }

  private static Optional<Message> decoded(byte[] raw) {
    return MessageCodec.decode(raw) instanceof Message message
        ? Optional.of(message)
        : Optional.empty();
  }
}
