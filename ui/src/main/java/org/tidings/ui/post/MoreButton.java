package org.tidings.ui.post;

import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Tip;
import org.tidings.ui.post.PostActions.Noted;

/// What else may be done with a post. Confined to the JavaFX thread.
final class MoreButton extends Button {
  private final PostView post;
  private final PostActions actions;
  private Optional<ContextMenu> open = Optional.empty();

  MoreButton(PostView post, PostActions actions) {
    super("", new Icon(Feather.MORE_HORIZONTAL));
    this.post = post;
    this.actions = actions;
    setAccessibleText(Texts.of("post.more"));
    Tip.on(this, Texts.of("post.more"));
    getStyleClass().addAll("icon-button", "post-button");
    setOnAction(event -> actions.askNoted(post, this::offer));
  }

  /// The row may have gone meanwhile, or the menu stand open already.
  private void offer(Noted noted) {
    open.ifPresent(ContextMenu::hide);
    open = Optional.of(noted).filter(known -> getScene() != null).map(this::menu);
    open.ifPresent(menu -> menu.show(this, Side.BOTTOM, 0, 0));
  }

  private ContextMenu menu(Noted noted) {
    ContextMenu menu =
        new ContextMenu(
            noted.isBookmarked()
                ? item("post.unbookmark", () -> actions.removeBookmark(post))
                : item("post.bookmark", () -> actions.bookmark(post)),
            item("post.copyText", () -> actions.copyText(post)),
            item("post.copyLink", () -> actions.copyLink(post)),
            item("post.copyId", () -> actions.copyId(post)),
            item("post.details", () -> actions.showDetails(post.id())));
    if (post.votes().up() > 0) {
      menu.getItems().addFirst(item("post.who", () -> actions.showReactions(post.id())));
    }
    if (!post.isPrivate()) {
      menu.getItems()
          .add(
              noted.isMuted()
                  ? item("post.unmuteThread", () -> actions.unmuteThread(post))
                  : item("post.muteThread", () -> actions.muteThread(post)));
    }
    return menu;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(key));
    item.setOnAction(event -> action.run());
    return item;
  }
}
