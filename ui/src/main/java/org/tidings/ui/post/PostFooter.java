package org.tidings.ui.post;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;

/// What may be done with a post: reply, like, and more. Confined to the JavaFX thread.
final class PostFooter extends HBox {
  PostFooter(PostView post, PostActions actions, Runnable reply) {
    Button answer = new Button(Texts.of("post.reply"), new Icon(Feather.CORNER_UP_LEFT));
    answer.getStyleClass().add("post-button");
    answer.setOnAction(event -> reply.run());
    getChildren().setAll(answer, new LikeButton(post, actions), more(post, actions));
    getStyleClass().add("post-footer");
  }

  private static Button more(PostView post, PostActions actions) {
    ContextMenu menu =
        new ContextMenu(
            item("post.copyText", () -> actions.copyText(post)),
            item("post.copyId", () -> actions.copyId(post)));
    Button button = Buttons.icon(Feather.MORE_HORIZONTAL, "post.more", () -> {});
    button.getStyleClass().add("post-button");
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(key));
    item.setOnAction(event -> action.run());
    return item;
  }
}
