package org.tidings.ui.compose;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Shown;

/// How much more a message can hold; silent as long as that is plenty. Confined to the JavaFX
/// thread.
final class RoomLabel extends Label {
  private static final int PLENTY = 1_000;
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  RoomLabel(ComposeViewModel model) {
    getStyleClass().add("room");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(Region.USE_PREF_SIZE);
    model.roomProperty().subscribe(room -> show(model));
    model.continuation().wantedProperty().subscribe(wanted -> show(model));
    model.continuation().postsProperty().subscribe(posts -> show(model));
  }

  private void show(ComposeViewModel model) {
    int room = model.roomProperty().get();
    Shown.when(room < PLENTY && !(room < 0 && model.continuation().isReady()), this);
    setText(room < 0 ? Texts.of("compose.over", -room) : Texts.of("compose.room", room));
    pseudoClassStateChanged(FULL, room < 0);
  }
}
