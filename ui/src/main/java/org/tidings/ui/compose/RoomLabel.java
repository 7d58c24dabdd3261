package org.tidings.ui.compose;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.tidings.ui.common.Texts;

/// How much more a message can hold; silent as long as that is plenty. Confined to the JavaFX
/// thread.
final class RoomLabel extends Label {
  private static final int PLENTY = 1_000;
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  RoomLabel(ComposeViewModel model) {
    getStyleClass().add("room");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(Region.USE_PREF_SIZE);
    model.roomProperty().subscribe(room -> show(room.intValue()));
  }

  private void show(int room) {
    setVisible(room < PLENTY);
    setManaged(room < PLENTY);
    setText(room < 0 ? Texts.of("compose.over", -room) : Texts.of("compose.room", room));
    pseudoClassStateChanged(FULL, room < 0);
  }
}
