package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.MessageId;

/// messages.json: one message, the head before it, and the verdict of the reference peers.
class MessageVectorsTest {

  @TestFactory
  Stream<DynamicTest> verdictIdAndCanonicalTextAgree() {
    return Vectors.cases("messages.json", "cases").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    text(vector, "id") + " " + text(vector, "desc"), () -> check(vector)));
  }

  private static void check(JsonObject vector) throws JsonException {
    byte[] raw = raw(vector);
    Optional<Message> accepted = accept(vector, raw);
    assertThat(accepted.isPresent()).as("accepted").isEqualTo(mustAccept(vector));
    if (accepted.isPresent()) {
      Message message = accepted.get();
      assertThat(message.id().toString()).isEqualTo(text(vector, "messageId"));
      assertThat(message.wire()).isEqualTo(JsonWriter.compact(Json.parse(raw)));
      checkCanonical(vector, message);
    }
  }

  private static void checkCanonical(JsonObject vector, Message message) throws JsonException {
    byte[] canonical = JsonWriter.canonical(Json.parse(message.wire()));
    vector
        .string("canonical")
        .ifPresent(
            text -> assertThat(new String(canonical, StandardCharsets.UTF_8)).isEqualTo(text));
  }

  private static Optional<Message> accept(JsonObject vector, byte[] raw) {
    Optional<String> hmac = vector.string("hmacKey");
    Optional<HmacKey> key = hmac.flatMap(HmacKey::parse);
    if (hmac.isPresent() && key.isEmpty()) {
      return Optional.empty();
    }
    MessageVerifier verifier = new MessageVerifier(key);
    return verifier.verify(raw, head(vector)) instanceof Verdict.Accepted
            && verifier.check(raw) instanceof Checked.Genuine(Message message)
        ? Optional.of(message)
        : Optional.empty();
  }

  private static Optional<Head> head(JsonObject vector) {
    return vector
        .object("state")
        .map(
            state ->
                new Head(
                    MessageId.parse(text(state, "id")).orElseThrow(),
                    new Sequence((long) state.number("sequence").orElseThrow())));
  }

  private static boolean mustAccept(JsonObject vector) {
    return switch (text(vector, "expect")) {
      case "valid" -> true;
      case "invalid" -> false;
      default -> text(vector, "recommend").equals("accept");
    };
  }

  private static byte[] raw(JsonObject vector) {
    return vector
        .string("rawHex")
        .map(HexFormat.of()::parseHex)
        .orElseGet(() -> text(vector, "raw").getBytes(StandardCharsets.UTF_8));
  }

  private static String text(JsonObject vector, String key) {
    return vector.string(key).orElseThrow();
  }
}
