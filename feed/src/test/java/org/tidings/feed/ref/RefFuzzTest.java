package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.JsonObject;

/// Whatever the text: an id is spelt in one way only, and every other spelling that is taken for
/// one leads back to it.
public class RefFuzzTest {

  /// Before the first input, so that classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    seeds().forEach(RefFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Ref.parse(text).ifPresent(RefFuzzTest::leadsBack);
    assertThat(Sigil.of(text).isPresent()).isEqualTo(isSigilId(text));
    RefLink.parse(text).flatMap(RefLink::ref).ifPresent(RefFuzzTest::leadsBack);
    SsbUri.parse(text).flatMap(SsbUri::ref).ifPresent(RefFuzzTest::leadsBack);
    RefExtractor.refs(text).forEach(RefFuzzTest::leadsBack);
    RefExtractor.first(text).flatMap(Ref::parse).ifPresent(RefFuzzTest::leadsBack);
    assertThat(FeedFormat.ofForeign(text).isPresent() && FeedId.parse(text).isPresent()).isFalse();
    Optional<String> channel = ChannelName.normalise(text);
    assertThat(channel.flatMap(ChannelName::normalise)).isEqualTo(channel);
  }

  /// The published ids, links, channels and URIs.
  public static List<byte[]> seeds() {
    return Stream.of("refs", "channels", "uris")
        .flatMap(part -> Vectors.cases("refs-invites-uris.json", part).stream())
        .map((JsonObject vector) -> vector.string("input").orElseThrow())
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingFoundSoFarBreaksIt() {
    return FuzzCorpus.replay(RefFuzzTest.class, RefFuzzTest::fuzzerTestOneInput);
  }

  private static void leadsBack(Ref ref) {
    assertThat(Ref.parse(ref.toString())).contains(ref);
    assertThat(Ref.parse(SsbUri.of(ref).toString())).contains(ref);
    assertThat(RefLink.to(ref).ref()).contains(ref);
    assertThat(ref.toString().substring(1, 45))
        .isEqualTo(Base64.getEncoder().encodeToString(ref.bytes()));
  }

  /// The same by Java's own base64.
  private static boolean isSigilId(String text) {
    boolean feed = text.startsWith("@") && text.endsWith(".ed25519");
    boolean hash = text.matches("(?s)[@%&].*\\.sha256");
    if (text.length() < 45 || !(feed || hash)) {
      return false;
    }
    String base64 = text.substring(1, text.lastIndexOf('.'));
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == 32 && Base64.getEncoder().encodeToString(bytes).equals(base64);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
