package org.tidings.ui.post;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;
import org.tidings.ui.markdown.MarkdownView;
import org.tidings.ui.markdown.TextSetting;
import org.tidings.ui.post.Unfolded.Part;
import org.tidings.ui.text.Effort;
import org.tidings.ui.text.FlowText;

/// The text of a post: behind its content warning where it has one, cut short where it is very
/// long, until the person asks for all of it. Confined to the JavaFX thread.
public final class PostBody extends VBox {
  private static final int SHORT_LETTERS = 1_200;
  private static final int SHORT_LINES = 24;

  /// With many pictures or shaped words less is short.
  private static final int SHORT_EFFORT = 8_000;

  /// A warning that says all of it is none.
  private static final int WARNING_EFFORT = 1_500;

  private final Supplier<TextSetting> setting;
  private final Predicate<Part> isUnfolded;
  private final Consumer<Part> unfolded;

  /// As it stands among others: what was unfolded of it there is unfolded from the first.
  ///
  /// @param whole whether even a long text is shown at once
  public PostBody(PostView post, boolean whole, PostActions actions) {
    this(
        post.post(),
        whole,
        () -> new PostText(post.post().mentions(), actions),
        part -> actions.unfolded().contains(post.id(), part),
        part -> actions.unfolded().add(post.id(), part));
  }

  /// @param whole whether even a long text is shown at once
  /// @param setting made anew for each time the text is shown
  public PostBody(Post post, boolean whole, Supplier<TextSetting> setting) {
    this(post, whole, setting, part -> false, part -> {});
  }

  private PostBody(
      Post post,
      boolean whole,
      Supplier<TextSetting> setting,
      Predicate<Part> isUnfolded,
      Consumer<Part> unfolded) {
    this.setting = setting;
    this.isUnfolded = isUnfolded;
    this.unfolded = unfolded;
    getStyleClass().add("post-body");
    post.warning()
        .filter(warning -> !isUnfolded.test(Part.WARNED))
        .ifPresentOrElse(
            warning -> fold(warning, post.text(), whole), () -> text(post.text(), whole));
  }

  private void fold(String warning, String text, boolean whole) {
    Icon icon = new Icon(Feather.EYE_OFF);
    FlowText words = new FlowText(Effort.beginning(warning, WARNING_EFFORT), "post-warning-text");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(icon, words, link("post.unfold", () -> unfold(Part.WARNED, text, whole)));
    box.getStyleClass().add("post-warning");
    getChildren().setAll(box);
  }

  private void unfold(Part part, String text, boolean whole) {
    unfolded.accept(part);
    text(text, whole);
  }

  private void text(String text, boolean whole) {
    String beginning = whole || isUnfolded.test(Part.REST) ? text : beginningOf(text);
    if (text.isBlank()) {
      getChildren().setAll(Words.of(Texts.of("post.empty"), "post-nothing"));
    } else if (beginning.length() < text.length()) {
      getChildren()
          .setAll(
              new MarkdownView(beginning + " …", setting.get()),
              link("post.whole", () -> unfold(Part.REST, text, true)));
    } else {
      getChildren().setAll(new MarkdownView(text, setting.get()));
    }
  }

  private static Node link(String key, Runnable action) {
    Hyperlink link = new Hyperlink(Texts.of(key));
    link.setOnAction(event -> action.run());
    link.getStyleClass().add("post-more");
    link.setMinWidth(Region.USE_PREF_SIZE);
    return link;
  }

  /// The first paragraphs of a long text, the text itself when it is not long.
  static String beginningOf(String text) {
    int end = Math.min(text.length(), SHORT_LETTERS);
    int lines = 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      lines++;
      if (lines == SHORT_LINES) {
        end = at;
      }
    }
    boolean nearlyAll = text.length() - end < SHORT_LETTERS / 4 && lines < SHORT_LINES;
    int shown = nearlyAll ? text.length() : Effort.wordEnd(text, end);
    int affordable = Effort.end(text, SHORT_EFFORT);
    int cut = Math.min(shown, affordable);
    return cut == text.length() ? text : text.substring(0, cut).strip();
  }
}
