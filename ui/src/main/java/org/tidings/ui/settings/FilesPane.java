package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;

import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.transfer.Transfers;

/// Messages out into a file, and in from one. Confined to the JavaFX thread.
final class FilesPane extends VBox {
  FilesPane(Transfers transfers) {
    getChildren()
        .setAll(
            hint(Texts.of("transfer.save.text")),
            Buttons.inColumn("transfer.save.brief", transfers::save),
            hint(Texts.of("transfer.takeIn.text")),
            Buttons.inColumn("transfer.takeIn.brief", transfers::takeIn));
    getStyleClass().add("settings-lines");
  }
}
