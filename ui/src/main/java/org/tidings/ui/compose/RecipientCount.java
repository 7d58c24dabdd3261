package org.tidings.ui.compose;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.tidings.ui.common.Texts;

/// How many people are chosen, of how many at most. Confined to the JavaFX thread.
public final class RecipientCount extends Label {
  public RecipientCount(Recipients recipients) {
    setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("hint");
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Texts.of("private.count", recipients.chosen().size(), Recipients.MOST),
                recipients.chosen()));
  }
}
