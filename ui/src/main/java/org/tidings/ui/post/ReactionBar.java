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

/// How others reacted to a post, most frequent first, and how we did, however many others there
/// are; each can be joined, or taken back where it is ours. Plain likes are in the heart beside it.
/// Confined to the JavaFX thread.
final class ReactionBar extends FlowPane {
  private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
  private static final int MOST = 8;

  private final List<Reaction> others;
  private final OwnReaction own;
  private final Button adding;

  ReactionBar(PostView post, OwnReaction own) {
    this.own = own;
    others =
        Expressions.to(post).stream()
            .map(one -> one.isOurs() ? new Reaction(one.expression(), one.count() - 1, false) : one)
            .toList();
    getStyleClass().add("reactions");
    adding = EmojiPicker.opener("post.react", Side.BOTTOM, button -> own.picker());
    adding.getStyleClass().add("post-button");
    own.expressionProperty().subscribe(this::draw);
  }

  /// The button that offers other ways to react.
  Button adding() {
    return adding;
  }

  private void draw(Optional<String> ours) {
    Optional<Node> left = getChildren().stream().filter(Focus::isIn).findFirst();
    boolean byMouse = left.filter(chip -> !chip.isFocusVisible()).isPresent();
    List<Node> chips = new ArrayList<>();
    shown(ours).forEach(reaction -> chips.add(chip(reaction)));
    getChildren().setAll(chips);
    setVisible(!chips.isEmpty());
    setManaged(!chips.isEmpty());
    left.ifPresent(chip -> goOn(chip, byMouse));
  }

  /// Whoever was at a chip is at the same one as it is now. Where that is gone they are at the row;
  /// who pressed it with the mouse is at the other ways to react, as no row is marked for them.
  private void goOn(Node left, boolean byMouse) {
    getChildren().stream()
        .filter(chip -> Objects.equals(chip.getUserData(), left.getUserData()))
        .findFirst()
        .or(() -> byMouse ? Optional.of(adding) : Optional.empty())
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
    chip.setOnAction(event -> own.toggle(reaction.expression()));
    return chip;
  }

  /// As many as there is room for; ours takes the last place where it is less frequent than those.
  private List<Reaction> shown(Optional<String> ours) {
    List<Reaction> all =
        with(ours).stream()
            .filter(reaction -> !reaction.expression().equals(OwnReaction.LIKE))
            .toList();
    List<Reaction> shown = new ArrayList<>(all.stream().limit(MOST).toList());
    all.stream().skip(MOST).filter(Reaction::isOurs).forEach(mine -> shown.set(MOST - 1, mine));
    return shown;
  }

  /// Ours among those of the others, at the end where nobody else reacted like that.
  private List<Reaction> with(Optional<String> ours) {
    List<Reaction> all = new ArrayList<>();
    for (Reaction one : others) {
      boolean joined = ours.equals(Optional.of(one.expression()));
      all.add(joined ? new Reaction(one.expression(), one.count() + 1, true) : one);
    }
    all.removeIf(one -> one.count() == 0);
    ours.filter(mine -> all.stream().noneMatch(Reaction::isOurs))
        .ifPresent(mine -> all.add(new Reaction(mine, 1, true)));
    return all;
  }
}
