package org.tidings.ui.post;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;

/// What else may be done with a post. Confined to the JavaFX thread.
final class MoreButton extends Button {
  private final PostView post;
  private final PostActions actions;

  MoreButton(PostView post, PostActions actions) {
    super("", new Icon(Feather.MORE_HORIZONTAL));
    this.post = post;
    this.actions = actions;
    setAccessibleText(Texts.of("post.more"));
    setTooltip(new Tooltip(Texts.of("post.more")));
    getStyleClass().addAll("icon-button", "post-button");
    setOnAction(event -> menu().show(this, Side.BOTTOM, 0, 0));
  }

  private ContextMenu menu() {
    ContextMenu menu =
        new ContextMenu(
            item("post.bookmark", () -> actions.bookmark(post)),
            item("post.copyText", () -> actions.copyText(post)),
            item("post.copyLink", () -> actions.copyLink(post)),
            item("post.copyId", () -> actions.copyId(post)),
            item("post.details", () -> actions.showDetails(post.id())));
    if (post.votes().up() > 0) {
      menu.getItems().addFirst(item("post.who", () -> actions.showReactions(post.id())));
    }
    if (!post.isPrivate()) {
      menu.getItems().add(item("post.muteThread", () -> actions.muteThread(post)));
    }
    return menu;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(key));
    item.setOnAction(event -> action.run());
    return item;
  }
}
