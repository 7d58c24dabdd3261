package org.tidings.ui.settings;

import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;

/// Somebody whom the person does not want to come across; leads to their profile, where that is
/// taken back. Confined to the JavaFX thread.
final class HiddenPerson extends KeyedRows.Row<Byline> {
  private static final double AVATAR = 28;

  private final NameLabel name = new NameLabel("", "post-author");

  HiddenPerson(Byline by, Navigator navigator, Pictures pictures) {
    name.setMinWidth(0);
    setHgrow(name, Priority.ALWAYS);
    getChildren()
        .setAll(new AvatarView(AVATAR, by, pictures), name, new Icon(Feather.CHEVRON_RIGHT));
    setFillHeight(false);
    getStyleClass().add("person-row");
    Clickable.link(this, by.name(), () -> navigator.go(new Place.Profile(by.id())));
    show(by);
  }

  @Override
  public void show(Byline by) {
    name.show(by.name());
    setAccessibleText(by.name());
  }
}
