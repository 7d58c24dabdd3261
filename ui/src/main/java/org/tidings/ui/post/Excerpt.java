package org.tidings.ui.post;

import java.util.Optional;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.markdown.Unmarked;
import org.tidings.ui.text.FlowText;

/// The first words of a post, or of its content warning, where its text has no room. Confined to
/// the JavaFX thread.
public final class Excerpt {
  private static final int LETTERS = 180;

  private Excerpt() {}

  public static FlowText of(PostView post) {
    FlowText flow = new FlowText(words(post));
    flow.getStyleClass().add("excerpt");
    return flow;
  }

  /// The same as characters.
  public static String words(PostView post) {
    return instead(post).orElseGet(() -> beginning(post.post().text()));
  }

  /// The same with who wrote it, as a screen reader says it of a row.
  public static String spoken(PostView post) {
    return post.by().name() + ": " + words(post);
  }

  /// What stands in place of a text that is not to be seen unasked; empty where it may be.
  public static Optional<String> instead(PostView post) {
    return post.hiddenBy().map(word -> Texts.of("post.hidden", word)).or(() -> warned(post));
  }

  private static Optional<String> warned(PostView post) {
    return post.post().warning().map(warning -> Texts.of("post.warned", beginning(warning)));
  }

  /// The first words of a text that is Markdown.
  public static String beginning(String text) {
    // What the marks of Markdown take is gone afterwards.
    String words = Unmarked.of(PostBody.beginningOf(text)).strip();
    if (words.codePointCount(0, words.length()) <= LETTERS) {
      return words.isEmpty() ? Texts.of("post.empty") : words;
    }
    String start = words.substring(0, words.offsetByCodePoints(0, LETTERS));
    int space = start.lastIndexOf(' ');
    return (space > LETTERS / 2 ? start.substring(0, space) : start) + " …";
  }
}
