package org.tidings.ui.delivery;

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

/// Somebody through whose hands a message went; leads to their profile. Confined to the
/// JavaFX thread.
final class HolderView extends KeyedRows.Row<HolderView.Holder> {
  private static final double AVATAR = 36;

  private final NameLabel name = new NameLabel("", "post-author");
  private final Label how = new Label();

  /// Who it is.
  ///
  /// @param part what they have to do with it
  record Holder(Byline by, Part part) {}

  /// What somebody has to do with a message.
  enum Part {
    /// They said that they have it.
    HAS("delivery.has"),
    /// It was sent to them.
    WAS_SENT("delivery.wasSent"),
    /// They brought it here.
    BROUGHT("details.brought");

    private final String key;

    Part(String key) {
      this.key = key;
    }
  }

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
  public void show(Holder holder) {
    name.show(holder.by().name());
    how.setText(Texts.of(holder.part().key));
    setAccessibleText(holder.by().name() + ", " + how.getText());
  }
}
