package org.tidings.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Remark;
import org.tidings.ui.post.AbsenceWords;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostCard;
import org.tidings.ui.post.ReplyLine;

/// A thread in the timeline: the post it began with and its newest replies. Confined to the JavaFX
/// thread.
final class ThreadCard extends StackPane {
  ThreadCard(ThreadSummary thread, PostActions actions) {
    Runnable open = () -> actions.openThread(thread);
    VBox posts = new VBox(opening(thread, actions));
    posts.getStyleClass().add("thread-posts");
    ThreadLength.earlier(thread).ifPresent(words -> posts.getChildren().add(link(words, open)));
    thread.newest().forEach(reply -> posts.getChildren().add(new ReplyLine(reply, actions)));
    getChildren().setAll(posts);
    ThreadLength.unread(thread).ifPresent(words -> getChildren().add(unread(words)));
    getStyleClass().add("thread-card");
    Clickable.mouse(this, open);
  }

  /// What it begins with and what is new in it, for a screen reader.
  static String words(ThreadSummary thread) {
    String begins = thread.opening().map(Excerpt::spoken).orElseGet(() -> missing(thread));
    return ThreadLength.unread(thread).map(unread -> begins + ", " + unread).orElse(begins);
  }

  private static Node opening(ThreadSummary thread, PostActions actions) {
    return thread
        .opening()
        .<Node>map(post -> new PostCard(post, false, actions, () -> actions.reply(post.id())))
        .orElseGet(() -> new Remark(Feather.CLOUD_OFF, missing(thread)));
  }

  private static String missing(ThreadSummary thread) {
    return thread.absence().map(AbsenceWords::ofOpening).orElse("");
  }

  private static Hyperlink link(String words, Runnable action) {
    Hyperlink link = new Hyperlink(words);
    link.setOnAction(event -> action.run());
    link.getStyleClass().add("thread-earlier");
    return link;
  }

  private static Label unread(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("thread-unread");
    StackPane.setAlignment(label, Pos.TOP_RIGHT);
    return label;
  }
}
