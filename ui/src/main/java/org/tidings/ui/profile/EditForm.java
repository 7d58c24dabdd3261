package org.tidings.ui.profile;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;

/// Where we say who we are. Escape gives it up. Confined to the JavaFX thread.
final class EditForm extends VBox {
  private static final int LINES = 4;

  EditForm(EditViewModel edit) {
    TextField name = new TextField();
    name.textProperty().bindBidirectional(edit.nameProperty());
    name.editableProperty().bind(edit.savingProperty().not());
    TextArea description = new TextArea();
    description.setWrapText(true);
    description.setPrefRowCount(LINES);
    description.textProperty().bindBidirectional(edit.descriptionProperty());
    description.editableProperty().bind(edit.savingProperty().not());
    getChildren()
        .setAll(
            label("profile.edit.name", name),
            name,
            label("profile.edit.description", description),
            description,
            buttons(edit));
    getStyleClass().add("profile-edit");
    addEventHandler(KeyEvent.KEY_PRESSED, key -> giveUp(key, edit));
    sceneProperty().subscribe(scene -> name.requestFocus());
  }

  private static Label label(String key, Node field) {
    Label label = new Label(Texts.of(key));
    label.setLabelFor(field);
    field.setAccessibleText(Texts.of(key));
    label.getStyleClass().add("field-label");
    return label;
  }

  private static HBox buttons(EditViewModel edit) {
    Button save = Buttons.primary("profile.edit.save", edit::save);
    save.disableProperty().bind(Bindings.not(edit.canSaveProperty()));
    HBox buttons = new HBox(save, Buttons.plain("question.no", edit::cancel));
    buttons.getStyleClass().add("profile-buttons");
    return buttons;
  }

  private static void giveUp(KeyEvent key, EditViewModel edit) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      edit.cancel();
    }
  }
}
