package org.tidings.ui.compose;

import javafx.beans.property.StringProperty;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Tip;
import org.tidings.ui.writing.LineField;

/// What readers see before they choose to see the text; folded away until it is wanted, open where
/// there is one. Confined to the JavaFX thread.
final class WarningField extends HBox {
  private final StringProperty warning;
  private final ToggleButton toggle = new ToggleButton("", new Icon(Feather.EYE_OFF));
  private final LineField field;
  private String folded = "";

  WarningField(ComposeViewModel model) {
    String name = Texts.of("compose.warning");
    warning = model.draft().warningProperty();
    field = new LineField(warning, "compose.warning", this::leadOn);
    field.prompt("compose.warning.prompt");
    field.editableProperty().bind(model.publishingProperty().not());
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().setAll(new Icon(Feather.EYE_OFF), field);
    getStyleClass().add("warning-field");
    visibleProperty().bind(toggle.selectedProperty());
    managedProperty().bind(visibleProperty());
    toggle.setAccessibleText(name);
    Tip.on(toggle, name);
    toggle.getStyleClass().addAll("icon-button", "compose-toggle");
    toggle.setOnAction(event -> toggled());
    model.publishingProperty().subscribe(this::forget);
    warning.subscribe(words -> toggle.setSelected(toggle.isSelected() || !words.isEmpty()));
  }

  /// The small button that folds it out; folding it in takes the warning away, until it is folded
  /// out again.
  ToggleButton toggle() {
    return toggle;
  }

  private void toggled() {
    if (toggle.isSelected()) {
      if (warning.get().isEmpty()) {
        warning.set(folded);
      }
      field.enter();
    } else {
      folded = warning.get();
      warning.set("");
    }
  }

  /// What is posted without it is not warned of in the next.
  private void forget(boolean isPublishing) {
    if (isPublishing) {
      folded = "";
    }
  }

  /// After the warning comes the text.
  private void leadOn() {
    field.requestFocusTraversal(TraversalDirection.NEXT);
  }
}
