package org.tidings.ui.post;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;

/// A post in a list of posts of many threads; of a reply it says so, and leads to its thread.
/// Confined to the JavaFX thread.
public final class PostRow extends VBox {
  public PostRow(PostView post, PostActions actions) {
    getChildren().setAll(new PostCard(post, false, actions, () -> actions.reply(post.id())));
    if (!post.post().place().isRoot()) {
      Hyperlink thread = new Hyperlink(Texts.of("post.inThread"), new Icon(Feather.CORNER_UP_LEFT));
      thread.setOnAction(event -> actions.openThread(post.id()));
      thread.getStyleClass().add("post-in-thread");
      getChildren().addFirst(thread);
    }
    getStyleClass().add("post-row");
  }
}
