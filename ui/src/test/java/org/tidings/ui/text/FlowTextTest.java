package org.tidings.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

/// The faults of JavaFX's text on Linux that [TextPieces] works around; without it each of these
/// fails.
class FlowTextTest {
  private static final List<String> WORDS =
      List.of(
          "hello",
          "שלום",
          "עולם",
          "مرحبا",
          "بِالعَالَمِ",
          "नमस्ते",
          "हिन्दी",
          "ภาษาไทยไม่มีช่องว่าง",
          "cafe\u0301",
          "q\u0323x",
          "日本語のテキスト",
          "👨‍👩‍👧",
          "👍🏽",
          "🇳🇴",
          "word,",
          "(x)",
          "한국어",
          "𝓗𝓮𝓵𝓵𝓸",
          "https://example.org/a/very/long/address",
          "שָׁלוֹם",
          "ⵣ",
          "မြန်မာ");

  private static final double WIDE = 1_500;

  private static FlowText laidOut(String text, double width) {
    var flow = new FlowText(text);
    var pane = new Pane(flow);
    new Scene(pane, WIDE, 300);
    flow.setLayoutX(20);
    flow.setManaged(false);
    pane.applyCss();
    pane.layout();
    flow.resize(width, flow.prefHeight(width));
    flow.layout();
    flow.getChildren().forEach(Node::getBoundsInParent);
    return flow;
  }

  /// How much is painted, also beside the text's own bounds.
  private static double inkOf(FlowText flow) {
    WritableImage image = flow.getScene().snapshot(null);
    long dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += 255 - (image.getPixelReader().getArgb(x, y) & 0xff);
      }
    }
    return dark;
  }

  @ParameterizedTest
  @CsvSource({"GERMAN, أميرة, folgt dir", "ARABIC, Mara, تتابعك"})
  void whatTheProgramSaysRunsAsItsLanguageDoesWhoeverIsNamedFirst(
      Language language, String name, String rest) {
    Texts.speak(language);
    try {
      FlowText flow = Fx.get(() -> laidOut("", WIDE));
      Fx.run(() -> flow.setText(name + " " + rest));
      Fx.run(flow::layout);
      boolean isFirst = leftOf(flow, name) < leftOf(flow, rest);
      assertThat(isFirst).isEqualTo(language == Language.GERMAN);
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  private static double leftOf(FlowText flow, String words) {
    return Fx.get(
        () ->
            flow.getChildren().stream()
                .filter(node -> ((Text) node).getText().contains(words))
                .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getMinX())
                .findFirst()
                .orElseThrow());
  }

  @Test
  void whatIsSaidOnceMoreIsNotDrawnAnew() {
    FlowText text = Fx.get(FlowText::new);
    Fx.run(() -> text.setText("3 messages"));
    Node drawn = Fx.get(() -> text.getChildren().getFirst());
    Fx.run(() -> text.setText("3 messages"));
    assertThat(Fx.get(() -> text.getChildren().getFirst())).isSameAs(drawn);
    Fx.run(() -> text.show(TextNodes.of("3 messages", "hint"), "3 messages"));
    Fx.run(() -> text.setText("3 messages"));
    assertThat(Fx.get(() -> text.getChildren().getFirst().getStyleClass())).doesNotContain("hint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "שלום עולם זה טקסט ארוך בעברית שצריך להישבר על פני כמה שורות בלי לחזור על עצמו",
        "مَرْحَبًا بِالعَالَمِ هَذَا نَصٌّ طَوِيلٌ يَجِبُ أَنْ يَلْتَفَّ عَلَى عِدَّةِ أَسْطُرٍ",
        "हिन्दी में लिखा गया एक लंबा पाठ जो कई पंक्तियों में टूटता है और फिर भी सही दिखना चाहिए",
        "q\u0323 une fois e\u0301te\u0301 deux fois q\u0323 trois fois et encore q\u0323 une fois"
            + " de plus"
      })
  void wrappedLinesPaintNothingTwice(String text) {
    Fx.run(
        () -> {
          double onOneLine = inkOf(laidOut(text, WIDE - 40));
          double onManyLines = inkOf(laidOut(text, 180));
          assertThat(onManyLines).isCloseTo(onOneLine, Offset.offset(onOneLine * 0.03));
        });
  }

  @Test
  void anyMixtureOfScriptsCanBeLaidOutAtAnyWidth() {
    var random = new Random(7);
    Fx.run(
        () -> {
          for (int i = 0; i < 120; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(1, 30); n > 0; n--) {
              text.append(WORDS.get(random.nextInt(WORDS.size())));
              text.append(random.nextInt(5) == 0 ? "" : random.nextInt(9) == 0 ? "\n" : " ");
            }
            assertThat(laidOut(text.toString(), random.nextDouble(0, 500)).getHeight())
                .isPositive();
          }
        });
  }

  /// Signs take the side of the letters around them, and several styles may make up one word.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
        "((((((שלום))))))",
        "%\ufffd%\u06fd\ufffd/",
        "   "
      })
  void whatStandsAmongLettersFromTheRightCanBeLaidOutAtAnyWidth(String signs) {
    Fx.run(
        () -> {
          for (double width = 0; width < 200; width += 7) {
            FlowText flow = laidOut("", width);
            String text = "שלום" + signs;
            List<Node> twice = new ArrayList<>(TextNodes.of(text, "one"));
            twice.addAll(TextNodes.of(text, "other"));
            flow.show(twice, text + text);
            flow.resize(width, flow.prefHeight(width));
            flow.layout();
            flow.getChildren().forEach(Node::getBoundsInParent);
            assertThat(flow.getHeight()).isPositive();
          }
        });
  }

  /// Longer than is kept whole, each letter with a mark.
  @Test
  void pointedLettersOfALongWordCanBeLaidOutInNoRoom() {
    Fx.run(() -> assertThat(laidOut("ש\u05b8".repeat(20), 0).getHeight()).isPositive());
  }

  @Test
  void aLongRowOfSignsAmongLettersFromTheRightIsStillWrapped() {
    Fx.run(
        () ->
            assertThat(laidOut("שלום " + "!".repeat(300), 200).getWidth())
                .isLessThanOrEqualTo(200));
  }

  @Test
  void emojiAreDrawnAsPictures() {
    Fx.run(
        () -> {
          FlowText flow = laidOut("ship \uD83D\uDE80 it", 300);
          assertThat(flow.getChildren()).hasAtLeastOneElementOfType(EmojiView.class);
          assertThat(flow.getChildren())
              .filteredOn(Text.class::isInstance)
              .extracting(node -> ((Text) node).getText())
              .containsExactly("ship ", " it");
        });
  }

  @Test
  void hebrewStartsOnTheRight() {
    Fx.run(
        () -> {
          assertThat(new FlowText("שלום hello").getNodeOrientation())
              .isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
          assertThat(new FlowText("hello שלום").getNodeOrientation())
              .isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        });
  }

  @Test
  void heightFollowsTheFontThatIsSetLater() {
    Fx.run(
        () -> {
          FlowText flow = laidOut("Some words that take more than one line in any case.", 120);
          double small = flow.prefHeight(120);
          flow.getChildren().forEach(node -> ((Text) node).setFont(Font.font(30)));
          assertThat(flow.prefHeight(120)).isGreaterThan(small * 1.5);
        });
  }

  @Test
  void signsAloneMayGoOnWithWhatBeganFromTheRight() {
    Fx.run(
        () -> {
          FlowText flow = laidOut("", 1);
          flow.show(TextNodes.of("(())", true), "(())", true);
          flow.resize(1, flow.prefHeight(1));
          flow.layout();
          assertThat(flow.getHeight()).isPositive();
        });
  }

  @Test
  void itsBoundsMayBeAskedForAsSoonAsOtherWordsAreSet() {
    Fx.run(
        () -> {
          FlowText flow = laidOut("", 1);
          flow.setText("لا رسائل");
          flow.getChildren().forEach(Node::getBoundsInParent);
          assertThat(flow.getWidth()).isGreaterThan(1);
        });
  }

  @Test
  void itsBoundsMayBeAskedForAsSoonAsItsFontHasGrown() {
    Fx.run(
        () -> {
          FlowText flow = laidOut("واحد", 1);
          flow.getChildren().forEach(node -> ((Text) node).setFont(Font.font(30)));
          flow.getChildren().forEach(Node::getBoundsInParent);
          assertThat(flow.getWidth()).isGreaterThan(30);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"مرحبا hello", "hello مرحبا"})
  void whatIsMarkedIsMarkedWhereItStands(String text) {
    for (NodeOrientation window : NodeOrientation.values()) {
      Bounds[] places =
          Fx.get(
              () -> {
                FlowText flow = laidOut(text, 400);
                flow.getScene().setNodeOrientation(window);
                flow.mark(0, 5);
                flow.layout();
                Node word = flow.lookup("Text");
                Node mark = flow.lookup(".marked");
                return new Bounds[] {inScene(word), inScene(mark)};
              });

      assertThat(places[1].getCenterX())
          .as("%s in a window %s", text, window)
          .isCloseTo(places[0].getCenterX(), Offset.offset(2.0));
    }
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
