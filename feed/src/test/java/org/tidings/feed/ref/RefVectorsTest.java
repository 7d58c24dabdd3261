package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.JsonObject;

/// refs-invites-uris.json, ids, links, channels and URIs: what the reference libraries answer.
class RefVectorsTest {
  private static final String FILE = "refs-invites-uris.json";

  @TestFactory
  Stream<DynamicTest> idsAndLinksAreRecognisedAlike() {
    return tests("refs", RefVectorsTest::checkRef);
  }

  @TestFactory
  Stream<DynamicTest> channelNamesAreNormalisedAlike() {
    return tests(
        "channels",
        vector ->
            assertThat(ChannelName.normalise(input(vector)))
                .isEqualTo(vector.string("normalized")));
  }

  @TestFactory
  Stream<DynamicTest> urisAreReadAlike() {
    return tests("uris", RefVectorsTest::checkUri);
  }

  private static void checkRef(JsonObject vector) {
    String text = input(vector);
    Optional<Sigil> sigil = Sigil.of(text);
    assertThat(sigil.equals(Optional.of(Sigil.FEED))).isEqualTo(is(vector, "isFeed"));
    assertThat(sigil.equals(Optional.of(Sigil.MESSAGE))).isEqualTo(is(vector, "isMsg"));
    assertThat(sigil.equals(Optional.of(Sigil.BLOB))).isEqualTo(is(vector, "isBlob"));
    assertThat(RefExtractor.first(text)).isEqualTo(vector.string("extract"));
    Optional<JsonObject> link = vector.object("parseLink");
    if (SsbUri.parse(text).isEmpty()) {
      assertThat(RefLink.parse(text).map(RefLink::link))
          .isEqualTo(link.flatMap(parsed -> parsed.string("link")));
    }
    RefLink.parse(text).ifPresent(parsed -> checkLink(parsed, vector));
  }

  /// An id with the historic suffix of feeds is recognised, but no value of ours: nothing can be
  /// verified with it.
  private static void checkLink(RefLink link, JsonObject vector) {
    boolean historic = link.link().startsWith("@") && link.link().endsWith(".sha256");
    assertThat(link.ref().isPresent()).isEqualTo(is(vector, "isLink") && !historic);
    JsonObject query =
        vector
            .object("parseLink")
            .flatMap(parsed -> parsed.object("query"))
            .orElse(JsonObject.of());
    assertThat(link.query().keySet()).hasSameElementsAs(query.keys());
    query.keys().forEach(key -> assertThat(link.query().get(key)).isEqualTo(string(query, key)));
  }

  private static void checkUri(JsonObject vector) {
    Optional<SsbUri> uri = SsbUri.parse(input(vector));
    assertThat(uri.isPresent()).isEqualTo(is(vector, "isSSBURI"));
    assertType(uri, "feed", is(vector, "isFeed"));
    assertType(uri, "message", is(vector, "isMessage"));
    assertType(uri, "blob", is(vector, "isBlob"));
    assertType(uri, "address", is(vector, "isAddress"));
    assertType(uri, "experimental", is(vector, "isExperimental"));
    assertThat(uri.flatMap(SsbUri::ref).map(Ref::toString)).isEqualTo(sigilForm(vector));
    vector.object("decompose").ifPresent(parts -> uri.ifPresent(it -> checkParts(it, parts)));
  }

  /// The reference makes an id of any data; we only of 32 bytes.
  private static Optional<String> sigilForm(JsonObject vector) {
    return Stream.of("toFeedSigil", "toMessageSigil", "toBlobSigil")
        .flatMap(key -> vector.string(key).stream())
        .filter(id -> Sigil.of(id).isPresent())
        .findFirst();
  }

  private static void checkParts(SsbUri uri, JsonObject parts) {
    assertThat(uri.type()).isEqualTo(string(parts, "type"));
    assertThat(uri.format()).isEqualTo(string(parts, "format"));
    assertThat(uri.data().getFirst().replace('-', '+').replace('_', '/'))
        .isEqualTo(string(parts, "data"));
  }

  private static void assertType(Optional<SsbUri> uri, String type, boolean expected) {
    assertThat(uri.map(SsbUri::type).equals(Optional.of(type))).as(type).isEqualTo(expected);
  }

  private interface Check {
    void run(JsonObject vector);
  }

  private static Stream<DynamicTest> tests(String array, Check check) {
    return Vectors.cases(FILE, array).stream()
        .map(
            vector ->
                DynamicTest.dynamicTest("\"" + input(vector) + "\"", () -> check.run(vector)));
  }

  private static boolean is(JsonObject vector, String key) {
    return vector.bool(key).orElseThrow();
  }

  private static String input(JsonObject vector) {
    return string(vector, "input");
  }

  private static String string(JsonObject object, String key) {
    return object.string(key).orElseThrow();
  }
}
