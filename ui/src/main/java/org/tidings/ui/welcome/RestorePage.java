package org.tidings.ui.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Remark;
import org.tidings.ui.control.Words;
import org.tidings.ui.writing.LineField;

/// Brings an identity that a person has already: by its words or its key file. Confined to the
/// JavaFX thread.
final class RestorePage extends VBox {
  private final WelcomeViewModel model;

  RestorePage(WelcomeViewModel model, FileDialogs dialogs) {
    this.model = model;
    Icon icon = new Icon(Feather.KEY);
    icon.getStyleClass().add("welcome-icon");
    LineField words = words();
    VBox box =
        new VBox(
            icon,
            Words.of(Texts.of("welcome.restore.title"), "welcome-title"),
            Words.of(Texts.of("welcome.restore.text"), "hint"),
            words,
            files(dialogs),
            new Remark(Feather.ALERT_TRIANGLE, Texts.of("welcome.restore.once")),
            new Remark(Feather.INFO, Texts.of("welcome.restore.held")),
            buttons());
    box.getStyleClass().add("welcome-name");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(box);
    getStyleClass().add("welcome-page");
    FxThread.soon(words::enter);
  }

  /// These words are one line, however long: Enter goes on, and Tab leads out.
  private LineField words() {
    LineField words =
        new LineField(model.wordsProperty(), "welcome.restore.label", model::restoreWords);
    words.prompt("welcome.restore.prompt");
    words.setId("welcome-words");
    words.editableProperty().bind(model.busyProperty().not());
    return words;
  }

  private HBox files(FileDialogs dialogs) {
    Button choose =
        Buttons.plain(
            "welcome.restore.file",
            () -> dialogs.open().stream().findFirst().ifPresent(model::restoreFile));
    choose.disableProperty().bind(model.busyProperty());
    HBox files = new HBox(choose);
    model
        .foundFile()
        .ifPresent(
            file -> {
              Button use = Buttons.plain("welcome.restore.found", () -> model.restoreFile(file));
              use.setMnemonicParsing(false);
              use.setText(Texts.of("welcome.restore.found", file));
              use.disableProperty().bind(model.busyProperty());
              files.getChildren().addFirst(use);
            });
    files.getStyleClass().add("welcome-buttons");
    return files;
  }

  private HBox buttons() {
    Button back = Buttons.plain("welcome.back", model::back);
    back.setCancelButton(true);
    back.disableProperty().bind(model.busyProperty());
    Button restore = Buttons.primary("welcome.restore.words", model::restoreWords);
    restore.setDefaultButton(true);
    restore.disableProperty().bind(model.busyProperty().or(model.wordsProperty().isEmpty()));
    model
        .busyProperty()
        .subscribe(
            busy ->
                restore.setText(Texts.of(busy ? "welcome.restoring" : "welcome.restore.words")));
    restore.getStyleClass().add("large");
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.visibleProperty().bind(model.busyProperty());
    wheel.setAccessibleText(Texts.of("welcome.restoring"));
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox buttons = new HBox(back, room, wheel, restore);
    buttons.getStyleClass().add("welcome-buttons");
    return buttons;
  }
}
