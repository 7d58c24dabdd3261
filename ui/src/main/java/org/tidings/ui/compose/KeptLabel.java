package org.tidings.ui.compose;

import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.tidings.ui.common.Texts;

/// Says quietly that what stands here is safe. Confined to the JavaFX thread.
final class KeptLabel extends Label {
  KeptLabel(ComposeViewModel model) {
    super(Texts.of("compose.kept"));
    Draft draft = model.draft();
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> draft.settledProperty().get() && !draft.isEmpty(),
                draft.settledProperty(),
                draft.textProperty(),
                draft.attachments()));
    managedProperty().bind(visibleProperty());
    setAccessibleRole(AccessibleRole.TEXT);
    // It gives way where there is little room.
    setMinWidth(0);
    getStyleClass().add("kept");
  }
}
