package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedFormat;

/// Messages and ids of other formats, as those who made them publish them.
class OtherFormatsTest {
  private static final List<JsonObject> METAFEED =
      Vectors.cases("external/bendy-butt-spec/testvector-metafeed-managment.json", "Entries");

  /// Ours, and one that is carried by nothing a classic peer meets.
  private static final Set<String> NOT_MET = Set.of("classic", "bamboo");

  @Test
  void aMetafeedIsIgnoredPolitely() {
    assertThat(METAFEED)
        .hasSize(3)
        .allSatisfy(
            entry ->
                assertThat(check(JsonWriter.compact(shown(entry))))
                    .isEqualTo(new Verdict.Foreign(FeedFormat.BENDY_BUTT)));
  }

  @Test
  void itsOwnBytesAreNoMessage() {
    assertThat(METAFEED)
        .allSatisfy(
            entry ->
                assertThat(
                        check(HexFormat.of().parseHex(entry.string("EncodedData").orElseThrow())))
                    .isInstanceOf(Verdict.Malformed.class));
  }

  @Test
  void everyFeedFormatIsKnownByItsUri() {
    JsonArray formats =
        Vectors.array("external/ssb-bfe-spec/bfe.json").getFirst().array("formats").orElseThrow();
    List<String> names =
        formats.items().stream()
            .map(format -> ((JsonObject) format).string("format").orElseThrow())
            .filter(format -> !NOT_MET.contains(format))
            .toList();
    assertThat(names)
        .hasSameSizeAs(FeedFormat.values())
        .allSatisfy(
            name -> assertThat(FeedFormat.ofForeign("ssb:feed/" + name + "/AAAA")).isPresent());
  }

  private static Checked check(byte[] value) {
    return new MessageVerifier().check(value);
  }

  /// As programs show such a message to others.
  private static JsonObject shown(JsonObject entry) {
    return JsonObject.builder()
        .put("previous", entry.get("Previous"))
        .put("author", entry.get("Author"))
        .put("sequence", entry.get("Sequence"))
        .put("timestamp", entry.get("Timestamp"))
        .put("hash", "sha256")
        .put("content", entry.get("HighlevelContent"))
        .put("signature", entry.get("Signature"))
        .build();
  }
}
