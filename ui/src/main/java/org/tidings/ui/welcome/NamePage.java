package org.tidings.ui.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.theme.Em;
import org.tidings.ui.writing.LineField;

/// Asks for a name and a picture, and makes the identity. Confined to the JavaFX thread.
final class NamePage extends VBox {
  private static final double FACE = 72;

  private final WelcomeViewModel model;
  private final FileDialogs dialogs;
  private final LineField field;

  NamePage(WelcomeViewModel model, FileDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    Icon icon = new Icon(Feather.USER);
    icon.getStyleClass().add("welcome-icon");
    FlowText title = Words.of(Texts.of("welcome.name.title"), "welcome-title");
    FlowText hint = Words.of(Texts.of("welcome.name.text"), "hint");
    field = field();
    VBox box = new VBox(icon, title, hint, field, picture(), buttons());
    box.getStyleClass().addAll("welcome-name");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(box);
    getStyleClass().add("welcome-page");
    FxThread.soon(field::enter);
  }

  private LineField field() {
    LineField made =
        new LineField(
            model.nameProperty(),
            "welcome.name.label",
            WelcomeViewModel.LONGEST_NAME,
            model::create);
    made.prompt("welcome.name.prompt");
    made.editableProperty().bind(model.busyProperty().not());
    // A button that waits gives the focus away; after a failure Enter shall try again.
    model.busyProperty().subscribe((before, busy) -> made.enter());
    model.readingProperty().subscribe((before, reading) -> made.enter());
    made.setId("welcome-name");
    return made;
  }

  private HBox picture() {
    Circle face = new Circle();
    StackPane room = new StackPane(new Icon(Feather.CAMERA), face);
    face.radiusProperty().bind(room.widthProperty().divide(2));
    room.getStyleClass().add("welcome-face");
    room.setStyle(Em.square(FACE));
    Button choose = Buttons.plain("profile.edit.picture", this::choose);
    choose.disableProperty().bind(model.busyProperty().or(model.readingProperty()));
    Button remove = Buttons.plain("attach.remove", this::remove);
    remove.disableProperty().bind(model.busyProperty());
    VBox words = new VBox(new HBox(choose, remove), Words.of(Texts.of("welcome.picture"), "hint"));
    words.getStyleClass().add("welcome-face-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    model
        .pictureProperty()
        .subscribe(
            picture -> {
              picture.ifPresent(chosen -> chosen.fill(face));
              face.setVisible(picture.isPresent());
              Shown.when(picture.isPresent(), remove);
            });
    HBox line = new HBox(room, words);
    line.getStyleClass().add("profile-picture");
    return line;
  }

  /// The button goes with the picture; the keyboard shall not be on the way back then.
  private void remove() {
    model.removePicture();
    field.enter();
  }

  private void choose() {
    dialogs.open().stream().findFirst().ifPresent(model::choosePicture);
  }

  private HBox buttons() {
    Button back = Buttons.plain("welcome.back", model::back);
    back.setCancelButton(true);
    back.disableProperty().bind(model.busyProperty());
    Button create = Buttons.primary("welcome.create", model::create);
    create.setDefaultButton(true);
    create.disableProperty().bind(model.busyProperty().or(model.readingProperty()));
    model
        .busyProperty()
        .subscribe(busy -> create.setText(Texts.of(busy ? "welcome.creating" : "welcome.create")));
    create.getStyleClass().add("large");
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.visibleProperty().bind(model.busyProperty());
    wheel.setAccessibleText(Texts.of("welcome.creating"));
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox buttons = new HBox(back, room, wheel, create);
    buttons.getStyleClass().add("welcome-buttons");
    return buttons;
  }
}
