package org.tidings.ui.completion;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.MarkedRow;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;

/// Something that can be chosen, on one line. Confined to the JavaFX thread.
final class ChoiceRow extends MarkedRow {
  private static final double AVATAR = 26;

  ChoiceRow(Choice choice, Pictures pictures) {
    switch (choice) {
      case Choice.Person person ->
          line(
              new AvatarView(AVATAR, person.who().by(), pictures),
              person.who().by().name(),
              person.aside());
      case Choice.Channel channel ->
          line(new Icon(Feather.HASH), channel.channel().channel().name(), channel.aside());
      case Choice.Emoji emoji ->
          line(new NameLabel(emoji.written(), "choice-emoji"), emoji.name(), emoji.aside());
    }
    setAccessibleText(choice.sentence());
    getStyleClass().add("choice");
  }

  private void line(Node picture, String name, String aside) {
    StackPane room = new StackPane(picture);
    room.getStyleClass().add("choice-picture");
    NameLabel label = new NameLabel(name, "finding-name");
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    Label quiet = new Label(aside);
    quiet.setMinWidth(Region.USE_PREF_SIZE);
    quiet.getStyleClass().add("finding-aside");
    getChildren().setAll(room, label, quiet);
    setFillHeight(false);
  }
}
