package org.tidings.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tidings.ui.common.Texts;

/// A line of characters that only machines read, to be selected or copied whole. Confined to the
/// JavaFX thread.
public final class CopyLine extends HBox {
  private final TextField field = new TextField();

  /// @param key of the line's name, and with `.copy` of what its button does
  public CopyLine(String key) {
    field.setEditable(false);
    field.setAccessibleText(Texts.of(key));
    field.getStyleClass().add("copy-field");
    // Ids and addresses read from left to right, whatever the language.
    field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().setAll(field, new CopyButton(key + ".copy", field::getText));
    getStyleClass().add("copy-line");
  }

  public CopyLine(String key, String text) {
    this(key);
    show(text);
  }

  /// What it shows.
  public String text() {
    return field.getText();
  }

  /// Shows another text; one that is the same keeps the selection.
  public void show(String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }
}
