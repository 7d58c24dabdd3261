package org.tidings.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostCard;
import org.tidings.ui.post.ReplyLine;

/// A thread in the timeline: the post it began with and its newest replies. Confined to the JavaFX
/// thread.
final class ThreadCard extends VBox {
  ThreadCard(ThreadSummary thread, PostActions actions) {
    Runnable open = () -> actions.openThread(thread.root());
    getStyleClass().add("thread-card");
    getChildren()
        .add(
            thread
                .opening()
                .<Node>map(post -> opening(post, actions, open))
                .orElseGet(this::missing));
    int earlier = thread.counts().replies() - thread.newest().size();
    if (earlier > 0) {
      getChildren().add(link(Texts.of("timeline.earlier", earlier), open));
    }
    for (PostView reply : thread.newest()) {
      getChildren().add(new ReplyLine(reply, actions));
    }
    if (thread.counts().unread() > 0) {
      getChildren().add(unread(thread.counts().unread()));
    }
    Clickable.mouse(this, open);
  }

  private static Node opening(PostView post, PostActions actions, Runnable open) {
    return new PostCard(post, false, actions, open);
  }

  private Label missing() {
    Label label = new Label(Texts.of("timeline.openingMissing"), new Icon(Feather.CLOUD_OFF));
    label.getStyleClass().add("post-missing");
    label.setWrapText(true);
    return label;
  }

  private static Hyperlink link(String words, Runnable action) {
    Hyperlink link = new Hyperlink(words);
    link.setOnAction(event -> action.run());
    link.getStyleClass().add("thread-earlier");
    return link;
  }

  private static Label unread(int count) {
    Label label = new Label(Texts.of("timeline.unread", count));
    label.getStyleClass().add("thread-unread");
    return label;
  }
}
