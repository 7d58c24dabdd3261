package org.tidings.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;

/// Whom the person has hidden, and what that does; each leads to the profile, where it is taken
/// back. Confined to the JavaFX thread.
final class HiddenPane extends VBox {
  private static final double AVATAR = 28;

  private final Navigator navigator;
  private final Pictures pictures;

  HiddenPane(HiddenViewModel model, Navigator navigator, Pictures pictures) {
    this.navigator = navigator;
    this.pictures = pictures;
    getStyleClass().add("settings-lines");
    model.hiddenProperty().subscribe(this::show);
  }

  private void show(HiddenViewModel.Hidden hidden) {
    List<Node> lines = new ArrayList<>();
    add(lines, "settings.muted", hidden.muted());
    add(lines, "settings.blocked", hidden.blocked());
    getChildren().setAll(lines);
  }

  private void add(List<Node> lines, String key, List<Byline> people) {
    String words = people.isEmpty() ? key + ".none" : key;
    lines.add(ScrollColumn.hint(Texts.of(words)));
    people.forEach(by -> lines.add(row(by)));
  }

  private Node row(Byline by) {
    NameLabel name = new NameLabel(by.name(), "post-author");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row =
        new HBox(new AvatarView(AVATAR, by, pictures), name, new Icon(Feather.CHEVRON_RIGHT));
    row.setFillHeight(false);
    row.getStyleClass().add("person-row");
    return Clickable.link(row, by.name(), () -> navigator.go(new Place.Profile(by.id())));
  }
}
