package org.tidings.ui.profile;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;

/// Somebody in a list, and how we stand to them; leads to their profile. Confined to the JavaFX
/// thread.
final class PersonRow extends HBox {
  private static final double AVATAR = 36;

  PersonRow(ProfileRow.OfPerson person, PostActions actions) {
    String name = person.by().name();
    String standing = Standing.of(person.relationship());
    NameLabel label = new NameLabel(name, "post-author");
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    Label how = new Label(standing);
    how.setMinWidth(Region.USE_PREF_SIZE);
    how.getStyleClass().add("hint");
    getChildren()
        .setAll(new AvatarView(AVATAR, person.by(), actions.album().pictures()), label, how);
    setFillHeight(false);
    getStyleClass().add("person-row");
    Clickable.link(this, name + ", " + standing, () -> actions.openProfile(person.by().id()));
  }
}
