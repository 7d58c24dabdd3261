package org.tidings.ui.peers;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Words;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.text.FlowText;

/// A room, which leads to its own page. Confined to the JavaFX thread.
final class RoomRowView extends KeyedRows.Row<RoomRow> {
  private final NameLabel name = new NameLabel("", "peer-name");
  private final FlowText state = Words.of("", "peer-state");
  private final Lamp lamp = new Lamp();

  RoomRowView(RoomRow row, Navigator navigator) {
    VBox words = new VBox(name, state);
    words.setMinWidth(0);
    words.getStyleClass().add("peer-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    StackPane sign = new StackPane(lamp);
    sign.getStyleClass().add("room-sign");
    getChildren().setAll(sign, words, new Icon(Feather.CHEVRON_RIGHT));
    getStyleClass().addAll("peer-row", "room-row");
    Clickable.link(this, row.name(), () -> navigator.go(new Place.Room(row.id())));
    show(row);
  }

  @Override
  public void show(RoomRow row) {
    name.show(row.name());
    state.setText(words(row));
    lamp.show(row.entered() ? Light.CONNECTED : Light.ALONE);
    setAccessibleText(row.name() + ", " + state.getText());
  }

  static String words(RoomRow row) {
    return row.entered() ? Texts.of("rooms.there", row.others()) : Texts.of("rooms.away");
  }
}
