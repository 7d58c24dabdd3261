package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;

/// A real feed of the main network, message by message: as received, canonical and unsigned.
class LegacyFeedTest {
  private static final String ZIP = "external/go-ssb-legacy/testdata.zip";
  private static final Map<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void unzip() throws IOException {
    try (InputStream in = Vectors.open(ZIP);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        FILES.put(entry.getName(), zip.readAllBytes());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> canonicalTextAndIdAreTheReceivedOnes() {
    return numbers().stream().map(number -> DynamicTest.dynamicTest(number, () -> check(number)));
  }

  @Test
  void everyMessageContinuesTheFeed() throws JsonException {
    List<Verdict> verdicts = new ArrayList<>();
    Optional<Head> head = Optional.empty();
    for (String number : numbers()) {
      Verdict verdict = new MessageVerifier().verify(value(number), head);
      verdicts.add(verdict);
      head = verdict instanceof Verdict.Accepted(Head now) ? Optional.of(now) : head;
    }
    assertThat(verdicts).hasSize(235).allMatch(Verdict.Accepted.class::isInstance);
  }

  private static void check(String number) throws JsonException {
    Message message = (Message) MessageCodec.decode(value(number));
    JsonObject value = Json.parse(message.wire()).asObject().orElseThrow();
    assertThat(message.id()).hasToString(received(number).string("key").orElseThrow());
    assertThat(JsonWriter.canonicalText(value)).isEqualTo(text(number + ".input"));
    assertThat(new String(SignedText.ofWire(message.wire()).unsigned(), StandardCharsets.UTF_8))
        .isEqualTo(text(number + ".noSig"));
  }

  private static byte[] value(String number) throws JsonException {
    return JsonWriter.compact(received(number).get("value").orElseThrow());
  }

  private static JsonObject received(String number) throws JsonException {
    return Json.parse(text(number + ".full")).asObject().orElseThrow();
  }

  private static String text(String name) {
    return new String(FILES.get(name), StandardCharsets.UTF_8);
  }

  private static List<String> numbers() {
    return FILES.keySet().stream()
        .filter(name -> name.endsWith(".full"))
        .map(name -> name.substring(0, name.indexOf('.')))
        .collect(Collectors.toList());
  }
}
