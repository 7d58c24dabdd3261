package org.tidings.ui.peers;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.peers.RoomDetails.Attendant;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.workspace.Workspace;

/// Somebody in a room; leads to their profile. Confined to the JavaFX thread.
final class AttendantView extends KeyedRows.Row<Attendant> {
  private static final double AVATAR = 36;

  private final NameLabel name = new NameLabel("", "post-author");
  private final Label how = new Label();

  AttendantView(Attendant who, Workspace workspace) {
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    how.setMinWidth(Region.USE_PREF_SIZE);
    how.getStyleClass().add("hint");
    getChildren().setAll(new AvatarView(AVATAR, who.by(), workspace.album().pictures()), name, how);
    setFillHeight(false);
    getStyleClass().add("person-row");
    Clickable.link(
        this, who.by().name(), () -> workspace.navigator().go(new Place.Profile(who.by().id())));
    show(who);
  }

  @Override
  public void show(Attendant who) {
    name.show(who.by().name());
    how.setText(Texts.of(how(who)));
    setAccessibleText(who.by().name() + ", " + how.getText());
  }

  private static String how(Attendant who) {
    if (who.connected()) {
      return "rooms.connected";
    }
    return who.followed() ? "peers.following" : "rooms.stranger";
  }
}
