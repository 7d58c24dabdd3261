package org.tidings.ui.post;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;

/// Likes a post or takes the like back; shows how many plainly like it. Confined to the JavaFX
/// thread.
final class LikeButton extends Button {
  private static final PseudoClass LIKED = PseudoClass.getPseudoClass("liked");

  private final int byOthers;

  LikeButton(PostView post, OwnReaction own) {
    byOthers =
        post.votes().reactions().stream()
            .filter(one -> one.expression().equals(OwnReaction.LIKE))
            .mapToInt(one -> one.count() - (one.isOurs() ? 1 : 0))
            .sum();
    setGraphic(new Icon(Feather.HEART));
    getStyleClass().addAll("post-button", "like");
    setOnAction(event -> own.toggle(OwnReaction.LIKE));
    own.expressionProperty().subscribe(ours -> show(ours.equals(Optional.of(OwnReaction.LIKE))));
  }

  private void show(boolean liked) {
    int count = byOthers + (liked ? 1 : 0);
    setText(count == 0 ? "" : String.valueOf(count));
    pseudoClassStateChanged(LIKED, liked);
    setAccessibleText(Texts.of(liked ? "post.unlike" : "post.like", count));
  }
}
