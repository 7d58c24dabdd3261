package org.tidings.ui.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Reaction;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RowList;
import org.tidings.ui.writing.EmojiPicker;

/// How others reacted to a post, most frequent first; each can be joined, or taken back where it is
/// ours. Plain likes are in the heart beside it. Confined to the JavaFX thread.
final class ReactionBar extends FlowPane {
  private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
  private static final int MOST = 8;

  private final PostView post;
  private final PostActions actions;
  private List<Reaction> shown;

  ReactionBar(PostView post, PostActions actions) {
    this.post = post;
    this.actions = actions;
    shown = post.votes().reactions();
    getStyleClass().add("reactions");
    draw();
  }

  /// The button that offers other ways to react.
  Button adding() {
    Button add = new EmojiPicker("post.react.with", this::react).opener("post.react", Side.BOTTOM);
    add.getStyleClass().add("post-button");
    return add;
  }

  private void draw() {
    Optional<Node> left = getChildren().stream().filter(Focus::isIn).findFirst();
    List<Node> chips = new ArrayList<>();
    shown.stream()
        .filter(reaction -> !reaction.expression().isEmpty())
        .limit(MOST)
        .forEach(reaction -> chips.add(chip(reaction)));
    getChildren().setAll(chips);
    setVisible(!chips.isEmpty());
    setManaged(!chips.isEmpty());
    left.ifPresent(this::goOn);
  }

  /// Whoever was at a chip is at the same one as it is now, or at the row where that is gone.
  private void goOn(Node left) {
    getChildren().stream()
        .filter(chip -> Objects.equals(chip.getUserData(), left.getUserData()))
        .findFirst()
        .ifPresentOrElse(Node::requestFocus, () -> RowList.stayAtRowOf(this));
  }

  private Button chip(Reaction reaction) {
    Button chip = new Button(String.valueOf(reaction.count()));
    chip.setGraphic(new NameLabel(reaction.expression()));
    chip.setUserData(reaction.expression());
    chip.getStyleClass().add("reaction");
    chip.pseudoClassStateChanged(OURS, reaction.isOurs());
    String key = reaction.isOurs() ? "post.reaction.ours" : "post.reaction";
    chip.setAccessibleText(Texts.of(key, reaction.count(), reaction.expression()));
    chip.setOnAction(event -> toggle(reaction));
    return chip;
  }

  private void toggle(Reaction reaction) {
    if (reaction.isOurs()) {
      show(without(shown));
      actions.unreact(post, () -> show(post.votes().reactions()));
    } else {
      react(reaction.expression());
    }
  }

  /// Shown at once; taken back if it could not be published.
  private void react(String expression) {
    List<Reaction> next = new ArrayList<>(without(shown));
    Optional<Reaction> same =
        next.stream().filter(one -> one.expression().equals(expression)).findFirst();
    same.ifPresent(next::remove);
    next.add(new Reaction(expression, same.map(Reaction::count).orElse(0) + 1, true));
    show(next);
    actions.react(post, expression, () -> show(post.votes().reactions()));
  }

  /// Only the latest vote of each counts, so ours is in one place at most.
  private static List<Reaction> without(List<Reaction> before) {
    return before.stream()
        .map(one -> one.isOurs() ? new Reaction(one.expression(), one.count() - 1, false) : one)
        .filter(one -> one.count() > 0)
        .toList();
  }

  private void show(List<Reaction> reactions) {
    shown = reactions;
    draw();
  }
}
