package org.tidings.ui.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.writing.LineField;

/// Asks for a name and makes the identity. Confined to the JavaFX thread.
final class NamePage extends VBox {
  private final WelcomeViewModel model;

  NamePage(WelcomeViewModel model) {
    this.model = model;
    Icon icon = new Icon(Feather.USER);
    icon.getStyleClass().add("welcome-icon");
    FlowText title = Words.of(Texts.of("welcome.name.title"), "welcome-title");
    FlowText hint = Words.of(Texts.of("welcome.name.text"), "hint");
    LineField field = field();
    VBox box = new VBox(icon, title, hint, field, buttons());
    box.getStyleClass().addAll("welcome-name");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(box);
    getStyleClass().add("welcome-page");
    FxThread.soon(field::enter);
  }

  private LineField field() {
    LineField field =
        new LineField(
            model.nameProperty(),
            "welcome.name.label",
            WelcomeViewModel.LONGEST_NAME,
            model::create);
    field.prompt("welcome.name.prompt");
    field.editableProperty().bind(model.busyProperty().not());
    // A button that waits gives the focus away; after a failure Enter shall try again.
    model.busyProperty().subscribe((before, busy) -> field.enter());
    field.setId("welcome-name");
    return field;
  }

  private HBox buttons() {
    Button back = Buttons.plain("welcome.back", model::back);
    back.setCancelButton(true);
    back.disableProperty().bind(model.busyProperty());
    Button create = Buttons.primary("welcome.create", model::create);
    create.setDefaultButton(true);
    create.disableProperty().bind(model.busyProperty());
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
