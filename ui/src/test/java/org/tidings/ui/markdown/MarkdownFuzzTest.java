package org.tidings.ui.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.feed.Vectors;
import org.tidings.feed.content.Mentions;
import org.tidings.ui.Fx;

/// Whatever the text: it becomes nodes that can be laid out, however narrow, and its mentions are
/// found.
public class MarkdownFuzzTest {
  private static final List<Double> WIDTHS = List.of(1.0, 120.0, 600.0);
  private static final double HEIGHT = 500;

  /// Before the first input: the toolkit is started, and classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    seeds().forEach(MarkdownFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Fx.run(() -> layOut(text));
    Mentions.of(text);
  }

  private static void layOut(String text) {
    for (double width : WIDTHS) {
      var view = new MarkdownView(text, new NoSetting());
      var column = new VBox(view);
      new Scene(column, width, HEIGHT);
      while (view.grow()) {
        column.layout();
      }
      column.applyCss();
      column.layout();
      boundsWithin(column);
      column.getChildren().clear(); // else it waits for a pulse to grow in
    }
  }

  /// JavaFX takes the shape of a text as late as here.
  private static void boundsWithin(Node node) {
    node.getBoundsInParent();
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(MarkdownFuzzTest::boundsWithin);
    }
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
    return FuzzCorpus.replay(MarkdownFuzzTest.class, MarkdownFuzzTest::fuzzerTestOneInput);
  }
}
