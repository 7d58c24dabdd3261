package org.tidings.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.NameLabel;

/// Words that the person has set, and a button that takes them back. Confined to the JavaFX thread.
final class WordRow extends HBox {
  /// @param key of the button; `key.name` is what a screen reader says of it, with the words
  WordRow(String words, String key, Runnable action) {
    NameLabel label = new NameLabel(words, "hidden-words");
    label.setMinWidth(0);
    setHgrow(label, Priority.ALWAYS);
    Button button = Buttons.plain(key, action);
    button.setAccessibleText(Texts.of(key + ".name", words));
    getChildren().setAll(label, button);
    setFillHeight(false);
    getStyleClass().add("person-row");
  }
}
