package org.tidings.ui.post;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tidings.feed.index.PostView;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.picture.AvatarView;

/// A reply as it stands under its thread: small, its text cut short. Confined to the JavaFX thread.
public final class ReplyLine extends HBox {
  private static final double AVATAR = 28;

  public ReplyLine(PostView post, PostActions actions) {
    AvatarView avatar = new AvatarView(AVATAR, post.by(), actions.album().pictures());
    Clickable.mouse(avatar, () -> actions.openProfile(post.by().id()));
    VBox column = new VBox(new PostHead(post, actions), new PostBody(post, false, actions));
    column.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    Unhidden.fill(this, post, actions, avatar, column);
    getStyleClass().add("reply-line");
    Clickable.mouse(this, () -> actions.openThread(post.id()));
  }
}
