package org.tidings.ui.post;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tidings.feed.index.PostView;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.picture.AvatarView;

/// A whole post: picture, author, time, text, and what may be done with it. Confined to the JavaFX
/// thread.
public final class PostCard extends HBox {
  private static final double AVATAR = 40;

  private final PostFooter footer;

  /// @param whole whether even a long text is shown at once
  /// @param reply what the reply button does
  public PostCard(PostView post, boolean whole, PostActions actions, Runnable reply) {
    AvatarView avatar = new AvatarView(AVATAR, post.by(), actions.album().pictures());
    Clickable.mouse(avatar, () -> actions.openProfile(post.by().id()));
    Node body = new PostBody(post, whole, actions);
    footer = new PostFooter(post, actions, reply);
    VBox column = new VBox(new PostHead(post, actions), body, footer);
    column.setMinWidth(0);
    column.getStyleClass().add("post-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    Unhidden.fill(this, post, actions, avatar, column);
    getStyleClass().add("post");
  }

  /// Puts something quiet at the end of it.
  public void remark(Node remark) {
    footer.remark(remark);
  }
}
