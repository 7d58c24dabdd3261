package org.tidings.ui.peers;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.control.BesideOrBelow;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.theme.Em;
import org.tidings.ui.workspace.Workspace;

/// Somebody in Connections: their picture and name, which lead to their profile, and what is to be
/// said of them. Confined to the JavaFX thread.
abstract class WhoRow<T> extends KeyedRows.Row<T> {
  private static final double AVATAR = 40;

  private final Workspace workspace;
  private final StackPane picture = new StackPane();
  private final NameLabel name = new NameLabel("", "peer-name");
  private final HBox head = new HBox(name);
  private final VBox words = new VBox(head);
  private final HBox buttons = new HBox();
  private Optional<Byline> shown = Optional.empty();

  WhoRow(Workspace workspace) {
    this.workspace = workspace;
    picture.setStyle("-fx-min-width: " + Em.of(AVATAR) + ";");
    picture.getChildren().setAll(new Icon(Feather.USER_X));
    head.getStyleClass().add("peer-head");
    words.setMinWidth(0);
    words.getStyleClass().add("peer-words");
    buttons.getStyleClass().add("peer-buttons");
    BesideOrBelow rest = new BesideOrBelow(words, buttons);
    HBox.setHgrow(rest, Priority.ALWAYS);
    getChildren().setAll(picture, rest);
    setFillHeight(false);
    getStyleClass().add("peer-row");
    Clickable.link(name, "", this::openProfile);
    Clickable.mouse(picture, this::openProfile);
  }

  /// Puts `beside` beside the name, and the others below it.
  final void say(Node beside, Node... below) {
    head.getChildren().add(beside);
    words.getChildren().addAll(below);
  }

  /// Puts these at its end.
  final void offer(Node... actions) {
    buttons.getChildren().setAll(actions);
  }

  /// @param by who it is, where that is known
  final void show(Optional<Byline> by, String called) {
    name.show(called);
    if (!by.equals(shown)) {
      shown = by;
      by.ifPresent(
          who ->
              picture
                  .getChildren()
                  .setAll(new AvatarView(AVATAR, who, workspace.album().pictures())));
    }
  }

  private void openProfile() {
    shown.ifPresent(who -> workspace.navigator().go(new Place.Profile(who.id())));
  }

  @Override
  public final void enter() {
    name.requestFocus();
  }
}
