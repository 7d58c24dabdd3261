package org.tidings.ui.post;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reaction;
import org.tidings.ui.writing.EmojiPicker;

/// How we react to a post: in one way or in none, for of each person only the latest vote counts.
/// Changed at once, and back where that could not be published. Confined to the JavaFX thread.
final class OwnReaction {
  /// A plain like.
  static final String LIKE = "";

  private final PostView post;
  private final PostActions actions;
  private final ReadOnlyObjectWrapper<Optional<String>> expression;

  OwnReaction(PostView post, PostActions actions) {
    this.post = post;
    this.actions = actions;
    expression =
        new ReadOnlyObjectWrapper<>(
            Expressions.to(post).stream()
                .filter(Reaction::isOurs)
                .map(Reaction::expression)
                .findFirst());
  }

  /// An emoji, a word or [#LIKE]; empty where we do not react.
  ReadOnlyObjectProperty<Optional<String>> expressionProperty() {
    return expression.getReadOnlyProperty();
  }

  /// By which one chooses how to react.
  EmojiPicker picker() {
    return actions.emojiPicker("post.react.with", this::give);
  }

  /// Reacts like that, or not any more where we do already.
  void toggle(String next) {
    if (expression.get().equals(Optional.of(next))) {
      Optional<String> before = expression.get();
      expression.set(Optional.empty());
      actions.unreact(post, () -> expression.set(before));
    } else {
      give(next);
    }
  }

  /// Reacts like that. Where it takes the place of another reaction, that is said.
  void give(String next) {
    Optional<String> before = expression.get();
    if (before.equals(Optional.of(next))) {
      return;
    }
    expression.set(Optional.of(next));
    before.ifPresent(gone -> actions.sayReplaced(gone.equals(LIKE)));
    Runnable failed = () -> expression.set(before);
    if (next.equals(LIKE)) {
      actions.like(post, failed);
    } else {
      actions.react(post, next, failed);
    }
  }
}
