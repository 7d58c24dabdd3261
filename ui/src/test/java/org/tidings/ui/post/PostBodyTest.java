package org.tidings.ui.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.ui.Fx;
import org.tidings.ui.markdown.NoSetting;
import org.tidings.ui.text.FlowText;

class PostBodyTest {
  private static final String LONG = "A word or two. ".repeat(300).strip();

  @Test
  void aWarningStandsBeforeTheTextUntilAskedFor() {
    PostBody body = body("the tree did it", Optional.of("spoilers"), false);
    assertThat(shown(body)).contains("spoilers").doesNotContain("the tree did it");
    follow(body);
    assertThat(shown(body)).contains("the tree did it");
  }

  @Test
  void anEndlessWarningIsCutShort() {
    String castles = "🏰".repeat(4_000);
    assertThat(shown(body("the tree did it", Optional.of(castles), false))).hasSizeLessThan(200);
    String words = "one word after the other ".repeat(20).strip();
    assertThat(shown(body("the tree did it", Optional.of(words), false))).contains(words);
  }

  @Test
  void aBlankWarningIsNone() {
    assertThat(shown(body("hello", Optional.of("  "), false))).contains("hello");
  }

  @Test
  void aLongTextIsCutShortUntilAskedFor() {
    PostBody body = body(LONG, Optional.empty(), false);
    assertThat(shown(body).length()).isLessThan(LONG.length() / 2);
    follow(body);
    assertThat(shown(body)).contains(LONG);
  }

  @Test
  void aLongTextIsWholeInItsThread() {
    assertThat(shown(body(LONG, Optional.empty(), true))).contains(LONG);
  }

  @Test
  void manyShortLinesAreCutShort() {
    String lines = "x\n".repeat(500);
    assertThat(PostBody.beginningOf(lines).length()).isLessThan(100);
  }

  @Test
  void whatTakesLongToLayOutIsCutShorter() {
    String boats = "⛵ ".repeat(300);
    String words = "aa ".repeat(200);
    assertThat(PostBody.beginningOf(words)).isEqualTo(words);
    assertThat(PostBody.beginningOf(boats).length()).isLessThan(boats.length() / 2);
  }

  @Test
  void noLetterIsCutInTwo() {
    String boats = "⛵🌊".repeat(2_000);
    String beginning = PostBody.beginningOf(boats);
    assertThat(boats).startsWith(beginning);
    assertThat(Character.isHighSurrogate(beginning.charAt(beginning.length() - 1))).isFalse();
  }

  @Test
  void aPostWithoutTextSaysSo() {
    assertThat(shown(body("", Optional.empty(), true))).isNotBlank();
  }

  private static PostBody body(String text, Optional<String> warning, boolean whole) {
    Post post = new Post(text, Place.ROOT, List.of(), Optional.empty(), warning);
    return Fx.get(() -> new PostBody(post, whole, NoSetting::new));
  }

  private static void follow(PostBody body) {
    Fx.run(() -> find(body, Hyperlink.class).getFirst().fire());
  }

  private static String shown(PostBody body) {
    StringBuilder text = new StringBuilder();
    find(body, FlowText.class).forEach(flow -> text.append(flow.getAccessibleText()).append('\n'));
    return text.toString();
  }

  private static <N extends Node> List<N> find(Node node, Class<N> type) {
    List<N> found = new ArrayList<>();
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(find(child, type)));
    }
    return found;
  }
}
