package org.tidings.ui.post;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.PostView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.BesideOrBelow;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.WrappedLine;

/// What may be done with a post: reply, like, and more. Confined to the JavaFX thread.
final class PostFooter extends VBox {
  private final HBox remarks = new HBox();
  private final Map<KeyCode, Runnable> keys;

  PostFooter(PostView post, PostActions actions, Runnable reply) {
    Button answer = new Button(Texts.of("post.reply"), new Icon(Feather.CORNER_UP_LEFT));
    answer.getStyleClass().add("post-button");
    answer.setOnAction(event -> reply.run());
    OwnReaction own = new OwnReaction(post, actions);
    ReactionBar reactions = new ReactionBar(post, own);
    Button like = new LikeButton(post, own);
    Button react = reactions.adding();
    Button more = new MoreButton(post, actions);
    keys =
        Map.of(
            KeyCode.R, answer::fire,
            KeyCode.L, like::fire,
            KeyCode.E, react::fire,
            KeyCode.B, () -> actions.bookmark(post),
            KeyCode.M, more::fire);
    WrappedLine buttons = new WrappedLine(answer, like, react, more);
    buttons.getStyleClass().add("post-footer");
    remarks.getStyleClass().add("post-remarks");
    getChildren().setAll(reactions, new BesideOrBelow(buttons, remarks));
    getStyleClass().add("post-foot");
  }

  /// Does what a key stands for; says whether it stands for anything.
  boolean press(KeyCode key) {
    Optional<Runnable> action = Optional.ofNullable(keys.get(key));
    action.ifPresent(Runnable::run);
    return action.isPresent();
  }

  /// Puts something at the end of the line, away from the buttons, or below them.
  void remark(Node remark) {
    remarks.getChildren().add(remark);
  }
}
