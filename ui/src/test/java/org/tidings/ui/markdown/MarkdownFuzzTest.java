package org.tidings.ui.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.feed.Vectors;
import org.tidings.feed.content.Mentions;
import org.tidings.ui.Fx;

/// Whatever the text: it becomes nodes, and its mentions are found.
public class MarkdownFuzzTest {

  /// Before the first input: the toolkit is started, and classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    Fx.run(() -> seeds().forEach(MarkdownFuzzTest::fuzzerTestOneInput));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    new MarkdownView(text, new NoSetting());
    Mentions.of(text);
  }

  /// The published mentions.
  public static List<byte[]> seeds() {
    return Vectors.cases("mentions.json", "cases").stream()
        .flatMap(vector -> vector.string("text").stream())
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingFoundSoFarBreaksIt() {
    return FuzzCorpus.replay(
        MarkdownFuzzTest.class, input -> Fx.run(() -> fuzzerTestOneInput(input)));
  }
}
