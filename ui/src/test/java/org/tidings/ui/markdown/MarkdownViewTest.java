package org.tidings.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.Fx;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

class MarkdownViewTest {
  private static final double WIDTH = 600;

  /// More would be laid out together for longer than a frame lasts.
  private static final int MOST_PIECES = 250;

  private static final String MENTION = "@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=.ed25519 ";

  private static MarkdownView view(String text) {
    return Fx.get(() -> new MarkdownView(text, new NoSetting()));
  }

  private static MarkdownView whole(String text) {
    MarkdownView view = view(text);
    Fx.run(
        () -> {
          while (view.grow()) {
            view.requestLayout();
          }
        });
    return view;
  }

  private static String words(Node view) {
    return find(view, FlowText.class).stream().map(FlowText::getText).collect(Collectors.joining());
  }

  private static <N extends Node> List<N> find(Node node, Class<N> type) {
    List<N> found = new ArrayList<>();
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(find(child, type)));
    }
    return found;
  }

  /// Among Arabic words it is of several pieces.
  @Test
  void theKeyboardIsSeenToBeAtAllOfALink() {
    MarkdownView view = whole("مرحبا [أميرة، مرحبا](https://example.org)");
    Stage stage = Fx.get(Stage::new);
    Fx.run(
        () -> {
          stage.setScene(new Scene(new VBox(new Button("Back"), view), WIDTH, WIDTH));
          new Theme(stage.getScene()).show(ThemeChoice.LIGHT, 100);
          stage.show();
        });
    Fx.settle();
    Set<Node> link = view.lookupAll(".md-link");
    assertThat(link).hasSizeGreaterThan(1).noneMatch(piece -> ((Text) piece).isUnderline());
    Fx.run(() -> view.lookup(".followable").requestFocus());
    Fx.settle();
    assertThat(link).allMatch(piece -> ((Text) piece).isUnderline());
    Fx.run(stage::hide);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"⛵🌊🐚", "صباح الخير ", "ภาษาไทย", "- a\n", "a\n\n", "**a** b ", "#a #b "})
  void ofATextThatTakesLongOnlyTheBeginningIsThereAtOnce(String text) {
    int length = 7_000 / text.length();
    int begun = words(view(text.repeat(length))).length();
    assertThat(begun).isPositive().isLessThan(words(whole(text.repeat(length))).length() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"⛵🌊🐚", "صباح الخير ", "ภาษาไทย", "今日は", "**a** b ", "#a #b ", MENTION})
  void noPartOfAParagraphHasManyPieces(String text) {
    MarkdownView view = whole(text.repeat(7_000 / text.length()));
    assertThat(find(view, FlowText.class))
        .isNotEmpty()
        .allMatch(flow -> flow.getChildren().size() <= MOST_PIECES);
  }

  @Test
  void ofTenThousandMentionsOnlyTheFirstAreThereAtOnce() {
    String begun = words(view(MENTION.repeat(10_000)));
    assertThat(begun).startsWith("@AAAAAAAA… @AAAAAAAA…").hasSizeLessThan(5_000);
  }

  @Test
  void whatIsCutIntoPartsSaysTheSame() {
    String text = "⛵🌊 words **and** שלום ".repeat(250).strip();
    assertThat(words(whole(text))).isEqualTo(text.replace("*", ""));
  }

  @Test
  void allPartsStartFromTheSideOfTheWhole() {
    MarkdownView view = whole("שלום " + "hello 🌊 ".repeat(400));
    List<FlowText> parts = find(view, FlowText.class);
    assertThat(parts)
        .hasSizeGreaterThan(1)
        .allMatch(part -> part.getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT);
  }

  /// The side of signs is decided by what stands around them, and each line's by itself.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello\nשלום - - - - - - - -",
        "Hello\n- - - - - - - - שלום",
        "שלום *hello - - - - - - - -*",
        "Hello שלום *- - - - - - - -* שלום",
        "שלום *(((())))*"
      })
  void signsInWhicheverLineOrStyleCanBeLaidOutAtAnyWidth(String text) {
    Fx.run(
        () -> {
          for (double width = 0; width < 200; width += 7) {
            var column = new VBox(new MarkdownView(text, new NoSetting()));
            column.resize(width, WIDTH);
            column.layout();
            assertThat(find(column, FlowText.class)).allMatch(flow -> flow.getHeight() > 0);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"- واحد\n- اثنان", "1. واحد\n2. اثنان", "> واحد\n> اثنان"})
  void whatStandsBesideArabicIsOnItsSide(String text) {
    MarkdownView view = whole(text);
    Node words = find(view, FlowText.class).getFirst();
    assertThat(words.getParent().getEffectiveNodeOrientation())
        .isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
  }

  @Test
  void aLongListIsNumberedThroughout() {
    MarkdownView view = whole("1. a\n".repeat(300));
    assertThat(find(view, Label.class))
        .extracting(Label::getText)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 300).mapToObj(n -> n + ".").toList());
  }

  /// A stranger's text has no more levels than a window has room for.
  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "1. ", "> - ", "* > "})
  void whatIsNestedWithoutEndIsShownSomeLevelsDeep(String level) {
    MarkdownView view = whole(level.repeat(1_000) + "deep");
    assertThat(words(view)).contains("deep");
    assertThat(depth(view)).isLessThan(100);
    assertThat(height(view)).isBetween(10.0, 10_000.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "_", "**", "[", "![", "`"})
  void whatIsMarkedWithoutEndIsShown(String mark) {
    MarkdownView view = whole(mark.repeat(2_000) + "deep" + mark.repeat(2_000));
    assertThat(words(view)).contains("deep");
    assertThat(depth(view)).isLessThan(100);
  }

  private static int depth(Node node) {
    return node instanceof Parent parent
        ? 1
            + parent.getChildrenUnmodifiable().stream()
                .mapToInt(MarkdownViewTest::depth)
                .max()
                .orElse(0)
        : 1;
  }

  @Test
  void aLongTextInAWindowIsWholeSoon() {
    String text = "⛵ word ".repeat(900).strip();
    Stage stage = Fx.get(Stage::new);
    MarkdownView view = view(text);
    Fx.run(
        () -> {
          stage.setScene(new Scene(new VBox(new Button("Back"), view), WIDTH, WIDTH));
          stage.show();
        });
    await().until(() -> Fx.get(() -> words(view)).equals(text));
    Fx.run(stage::close);
  }

  @Test
  void roomIsKeptForWhatIsStillToCome() {
    String text = "Some words 🌊 on a line.\n\n".repeat(280);
    double whole = height(whole(text));
    assertThat(height(view(text))).isBetween(whole * 0.8, whole * 1.2);
  }

  private static double height(MarkdownView view) {
    return Fx.get(() -> new VBox(view).prefHeight(WIDTH));
  }
}
