package org.tidings.ui.profile;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.writing.Editor;
import org.tidings.ui.writing.LineField;

/// Where we say who we are. Ctrl+Enter saves, Escape gives it up. Confined to the JavaFX thread.
final class EditForm extends VBox {
  private static final double AVATAR = 84;
  private static final int MOST_LINES = 8;
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  EditForm(EditViewModel edit, Byline shown, Pictures pictures) {
    LineField name = new LineField(edit.nameProperty(), "profile.edit.name", edit::save);
    name.editableProperty().bind(edit.savingProperty().not());
    Editor description =
        new Editor(edit.descriptionProperty(), "profile.edit.description", MOST_LINES);
    description.check(edit.spelling());
    description.editableProperty().bind(edit.savingProperty().not());
    StackPane frame = new StackPane(description);
    frame.getStyleClass().addAll("writing-frame", "profile-about");
    getChildren()
        .setAll(
            picture(edit, shown, pictures),
            label("profile.edit.name"),
            name,
            label("profile.edit.description"),
            frame,
            buttons(edit));
    getStyleClass().add("profile-edit");
    addEventHandler(KeyEvent.KEY_PRESSED, key -> pressed(key, edit));
    sceneProperty().subscribe(scene -> name.enter());
  }

  private static HBox picture(EditViewModel edit, Byline shown, Pictures pictures) {
    StackPane room = new StackPane();
    edit.pictureProperty()
        .subscribe(
            image ->
                room.getChildren()
                    .setAll(
                        new AvatarView(
                            AVATAR, new Byline(shown.id(), shown.name(), image), pictures)));
    Button choose = Buttons.plain("profile.edit.picture", edit::choosePicture);
    choose.disableProperty().bind(Bindings.or(edit.readingProperty(), edit.savingProperty()));
    HBox line = new HBox(room, choose);
    line.getStyleClass().add("profile-picture");
    return line;
  }

  private static Label label(String key) {
    Label label = new Label(Texts.of(key));
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
