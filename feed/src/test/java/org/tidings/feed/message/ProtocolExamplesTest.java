package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.hash.Sha256;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// The worked examples of the protocol reference: 2.10, 14.2 and 14.3.
class ProtocolExamplesTest {
  private static final KeyPair A = KeyPair.fromSeed(seedOfA());
  private static final String M1 = "%RHsN8lxFkBxIl8Z6uQ8jNftgn+Ee1TbOe74jENnrs28=.sha256";
  private static final String M2 = "%b02RDNLm06SPsfN2hj+uqX1xRUBbkoZjUe86glemRBM=.sha256";
  private static final MessageVerifier MAIN = new MessageVerifier();

  @Test
  void firstMessageIsSignedToTheSameId() throws UnpublishableException {
    assertThat(first("Hello").sign(A).id()).hasToString(M1);
  }

  @Test
  void networkKeyChangesSignatureAndId() throws UnpublishableException {
    Optional<HmacKey> key = HmacKey.parse("GEHRFu5g7r+Qgo8IU9TF8q71gDhwd+JncpDE2NzrQZU=");
    Message signed = first("Hello").sign(A, key);
    assertThat(signed.id()).hasToString("%Sq6vor4W31NJU1HbdSt7u3y7bnx5lp6DTv7IJgW8P+E=.sha256");
    assertThat(new MessageVerifier(key).check(signed.wire())).isInstanceOf(Checked.Genuine.class);
    assertThat(MAIN.check(signed.wire())).isInstanceOf(Verdict.Forged.class);
  }

  @Test
  void idIsTakenOverTheLowBytesOfUtf16() throws UnpublishableException {
    String text = "héllo 世界 😀 \"q\" \\ \u0001\u007f\u2028/";
    Message second =
        new UnsignedMessage(id(M1), new Sequence(2), 1700000000001.5, post(text)).sign(A);
    assertThat(second.id()).hasToString(M2);
  }

  @TestFactory
  Stream<DynamicTest> authorAndSequenceStandInEitherOrder() {
    return Stream.of(
        third(
            "\"author\":\"<A>\",\"sequence\":3",
            "R5bIvMZmUdp8sLEx0dTSfHI4p6R/CUD6ZG9K3hcrUrh+mMxX8Nqgpw0TluWgYD2BwfI/hTqXclGFX/HzhuxHDw==",
            "%pJ2S4E5aaCnlppe5Lrlce8plezQMqYyE3C02sZsna3Y=.sha256"),
        third(
            "\"sequence\":3,\"author\":\"<A>\"",
            "vBI6ZQvOzjEal4qgAMzGlKsc4ewQbBeYLPawq/30SDg9zw0isoRd+rncwRYGEg3yGAZu9ipNjLzWF1vZJaNGBA==",
            "%v8VXd54il8QlNzizIxqzL7FwRiYv544pKc7c6avI3DQ=.sha256"));
  }

  private static DynamicTest third(String middle, String signature, String id) {
    String raw =
        "{\"previous\":\""
            + M2
            + "\","
            + middle
            + ",\"timestamp\":1700000000002,\"hash\":\"sha256\",\"content\":{\"type\":\"post\","
            + "\"text\":\"swap test\"},\"signature\":\""
            + signature
            + ".sig.ed25519\"}";
    return DynamicTest.dynamicTest(middle, () -> assertThat(genuine(raw).id()).hasToString(id));
  }

  @Test
  void integerKeysAreMovedBeforeVerifying() {
    String raw =
        "{\"previous\":null,\"author\":\"<A>\",\"sequence\":1,\"timestamp\":1700000000000,"
            + "\"hash\":\"sha256\",\"content\":{\"type\":\"test\",\"b\":1,\"10\":2},\"signature\":"
            + "\"GUcwGfBC3odA7cCT56mbPC42kCPQA5h/iLHRp9iOBEX201mVAc+1HlxBDVvKvqstZ0aIogoY611cr5cQ4nbz"
            + "CQ==.sig.ed25519\"}";
    Message message = genuine(raw);
    assertThat(message.id()).hasToString("%xq8XLik3u3meqcuGG+BJ7kuo4js7V8tKfJpbUEdrnso=.sha256");
    assertThat(new String(message.wire(), StandardCharsets.UTF_8))
        .contains("{\"10\":2,\"type\":\"test\",\"b\":1}");
  }

  @Test
  void tortureMessageIsNormalised() throws JsonException {
    String unsigned =
        """
        { "previous" : null, "author":"<A>", "sequence":1.0, "timestamp":17e11, "hash":"sha256", \
        "content":{"type":"torture","zz":[1e21,1e-7,0.000001,-0,1.50,1E5,123456789012345678901,2e23,\
        5e-324],"10":{},"9":[],"01":null,"t":"\\u00e9\\/\\u000b\\u0007\\ud83d\\ude00\\u2028"} }\
        """;
    JsonObject value = Json.parse(withA(unsigned)).asObject().orElseThrow();
    byte[] canonical = JsonWriter.canonical(value);
    assertThat(canonical).hasSize(427);
    assertThat(HexFormat.of().formatHex(Sha256.of(canonical)))
        .isEqualTo("3bb67238be74cb1c8e479bfe0a2b18abce1bd95e66d1e159bd43b7ccaffbf799");
    String signature =
        "J4I+l2rMp3w9kQpoW+O22Dor8n2pkMFpEvJIfusU97xZGKqelwHYBQEFu6lyOJ2l64K5wOSPbYEasQzdrZmMCg=="
            + ".sig.ed25519";
    Message message = genuine(unsigned.replace("} }", "}, \"signature\":\"" + signature + "\" }"));
    assertThat(message.id()).hasToString("%4R4p7TZlxa43rEuTdbs5h439MnCuInf3C21PPPeDC18=.sha256");
  }

  @TestFactory
  Stream<DynamicTest> signedCasesAreJudgedOnTheStrictSide() {
    Optional<Head> m1 = id(M1).map(id -> new Head(id, Sequence.FIRST));
    return Vectors.cases("protocol-messages.json", "cases").stream()
        .map(
            vector -> {
              String name = text(vector, "name");
              Optional<Head> head = name.startsWith("2nd-") ? m1 : Optional.empty();
              byte[] raw = text(vector, "raw").getBytes(StandardCharsets.UTF_8);
              boolean bothAccept =
                  text(vector, "ssbValidate").equals("ok")
                      && text(vector, "ssbClassic").equals("ok");
              return DynamicTest.dynamicTest(
                  name,
                  () ->
                      assertThat(MAIN.verify(raw, head) instanceof Verdict.Accepted)
                          .isEqualTo(bothAccept));
            });
  }

  @Test
  void sizeIsCountedInUtf16UnitsOfTheSignedText() throws UnpublishableException {
    assertThat(first("a".repeat(7860)).sign(A).id())
        .hasToString("%QiI7ZzUHb+bPx79lnPbFu7VdaQrLOUPdXCs7+qNHLtc=.sha256");
    assertThat(first("😀".repeat(3930)).sign(A).id())
        .hasToString("%AXEE0UehREONk/F7r8oAf798L7bOVL5pslcj5Vvqu7M=.sha256");
    assertThat(first("€".repeat(7860)).signedUnits(FeedId.of(A.publicKey()))).isEqualTo(8192);
  }

  private static UnsignedMessage first(String text) {
    return UnsignedMessage.after(Optional.empty(), 1700000000000.0, post(text));
  }

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }

  private static Message genuine(String raw) {
    return switch (MAIN.check(withA(raw).getBytes(StandardCharsets.UTF_8))) {
      case Checked.Genuine(Message message) -> message;
      case Verdict.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static String withA(String raw) {
    return raw.replace("<A>", FeedId.of(A.publicKey()).toString());
  }

  private static Optional<MessageId> id(String text) {
    return MessageId.parse(text);
  }

  private static String text(JsonObject vector, String key) {
    return vector.string(key).orElseThrow();
  }

  private static byte[] seedOfA() {
    byte[] seed = new byte[KeyPair.SEED_BYTES];
    IntStream.range(0, seed.length).forEach(i -> seed[i] = (byte) i);
    return seed;
  }
}
