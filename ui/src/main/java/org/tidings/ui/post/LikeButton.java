package org.tidings.ui.post;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reaction;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;

/// Likes a post or takes the like back; shows how many plainly like it. Confined to the JavaFX
/// thread.
final class LikeButton extends Button {
  private static final PseudoClass LIKED = PseudoClass.getPseudoClass("liked");

  private final int byOthers;
  private boolean liked;

  LikeButton(PostView post, PostActions actions) {
    Optional<Reaction> likes =
        post.votes().reactions().stream().filter(one -> one.expression().isEmpty()).findFirst();
    liked = likes.map(Reaction::isOurs).orElse(false);
    byOthers = likes.map(Reaction::count).orElse(0) - (liked ? 1 : 0);
    setGraphic(new Icon(Feather.HEART));
    getStyleClass().addAll("post-button", "like");
    setOnAction(event -> toggle(post, actions));
    show();
  }

  /// Shown at once; taken back if it could not be published.
  private void toggle(PostView post, PostActions actions) {
    boolean next = !liked;
    set(next);
    actions.like(post, next, () -> set(!next));
  }

  private void set(boolean next) {
    liked = next;
    show();
  }

  private void show() {
    int count = byOthers + (liked ? 1 : 0);
    setText(count == 0 ? "" : String.valueOf(count));
    pseudoClassStateChanged(LIKED, liked);
    setAccessibleText(Texts.of(liked ? "post.unlike" : "post.like", count));
  }
}
