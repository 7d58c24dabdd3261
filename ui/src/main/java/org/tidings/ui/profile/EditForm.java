package org.tidings.ui.profile;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;

/// Where we say who we are. Ctrl+Enter saves, Escape gives it up. Confined to the JavaFX thread.
final class EditForm extends VBox {
  private static final int LINES = 4;
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  EditForm(EditViewModel edit) {
    TextField name = new TextField();
    name.textProperty().bindBidirectional(edit.nameProperty());
    name.editableProperty().bind(edit.savingProperty().not());
    name.setOnAction(event -> edit.save());
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
    description.addEventFilter(KeyEvent.KEY_PRESSED, key -> leadOn(key, description));
    addEventHandler(KeyEvent.KEY_PRESSED, key -> pressed(key, edit));
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

  /// Tab leads on as everywhere else.
  private static void leadOn(KeyEvent key, TextArea area) {
    if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      key.consume();
      area.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  private static void pressed(KeyEvent key, EditViewModel edit) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      edit.cancel();
    } else if (SAVE.match(key)) {
      key.consume();
      edit.save();
    }
  }
}
