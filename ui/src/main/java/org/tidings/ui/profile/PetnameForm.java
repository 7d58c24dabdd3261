package org.tidings.ui.profile;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.writing.LineField;

/// Where we give somebody a name of our own. Enter saves, Escape gives it up. Confined to the
/// JavaFX thread.
final class PetnameForm extends VBox {
  /// As long as a name can be without being a text.
  private static final int LONGEST = 80;

  PetnameForm(PetnameViewModel petname) {
    LineField name =
        new LineField(petname.typedProperty(), "profile.petname.field", LONGEST, petname::save);
    Label label = new Label(Texts.of("profile.petname.field"));
    label.getStyleClass().add("field-label");
    Button remove = Buttons.plain("profile.petname.remove", petname::remove);
    Shown.when(petname.givenProperty().get().isPresent(), remove);
    FlowPane buttons =
        new FlowPane(
            Buttons.primary("profile.edit.save", petname::save),
            remove,
            Buttons.plain("question.no", petname::cancel));
    buttons.getStyleClass().add("profile-buttons");
    getChildren()
        .setAll(label, name, Words.of(Texts.of("profile.petname.text"), "hint-text"), buttons);
    getStyleClass().add("profile-edit");
    addEventHandler(KeyEvent.KEY_PRESSED, key -> pressed(key, petname));
    sceneProperty().subscribe(scene -> name.enter());
  }

  private static void pressed(KeyEvent key, PetnameViewModel petname) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      petname.cancel();
    }
  }
}
