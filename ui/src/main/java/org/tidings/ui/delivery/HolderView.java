package org.tidings.ui.delivery;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.workspace.Workspace;

/// A friend who has a message, or to whom it was sent; leads to their profile. Confined to the
/// JavaFX thread.
final class HolderView extends HBox implements KeyedRows.Row<HolderView.Holder> {
  private static final double AVATAR = 36;

  private final NameLabel name = new NameLabel("", "post-author");
  private final Label how = new Label();

  /// Who it is.
  ///
  /// @param has whether they said that they have it
  record Holder(Byline by, boolean has) {}

  HolderView(Holder holder, Workspace workspace) {
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    how.setMinWidth(Region.USE_PREF_SIZE);
    how.getStyleClass().add("hint");
    getChildren()
        .setAll(new AvatarView(AVATAR, holder.by(), workspace.album().pictures()), name, how);
    setFillHeight(false);
    getStyleClass().add("person-row");
    Clickable.link(
        this,
        holder.by().name(),
        () -> workspace.navigator().go(new Place.Profile(holder.by().id())));
    show(holder);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void show(Holder holder) {
    name.show(holder.by().name());
    how.setText(Texts.of(holder.has() ? "delivery.has" : "delivery.wasSent"));
    setAccessibleText(holder.by().name() + ", " + how.getText());
  }

  @Override
  public void enter() {
    requestFocus();
  }
}
