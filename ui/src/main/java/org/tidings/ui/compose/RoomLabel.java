package org.tidings.ui.compose;

import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// How much more a message can hold; silent as long as that is plenty. Confined to the JavaFX
/// thread.
final class RoomLabel extends StackPane {
  private static final int PLENTY = 1_000;
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  private final FlowText words = Words.of("");

  RoomLabel(ComposeViewModel model) {
    getChildren().setAll(words);
    getStyleClass().add("room");
    model.roomProperty().subscribe(room -> show(model));
    model.continuation().wantedProperty().subscribe(wanted -> show(model));
    model.continuation().postsProperty().subscribe(posts -> show(model));
  }

  private void show(ComposeViewModel model) {
    int room = model.roomProperty().get();
    Shown.when(room < PLENTY && !(room < 0 && model.continuation().isReady()), this);
    words.setText(room < 0 ? Texts.of("compose.over", -room) : Texts.of("compose.room", room));
    pseudoClassStateChanged(FULL, room < 0);
  }
}
