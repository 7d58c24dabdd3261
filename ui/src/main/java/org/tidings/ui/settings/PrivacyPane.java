package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.AddressField;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CheckLine;
import org.tidings.ui.control.OutcomeLine;
import org.tidings.ui.control.Words;
import org.tidings.ui.settings.PrivacyViewModel.Answer;
import org.tidings.ui.text.FlowText;

/// By which ways others are reached, and whether strangers may connect. Confined to the JavaFX
/// thread.
final class PrivacyPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final AddressField proxy = new AddressField();
  private final OutcomeLine answer = new OutcomeLine();

  PrivacyPane(PrivacyViewModel model) {
    proxy.setId("proxy");
    proxy.setPromptText(Texts.of("privacy.proxy.prompt"));
    proxy.setAccessibleText(Texts.of("privacy.proxy"));
    proxy.textProperty().bindBidirectional(model.proxyProperty());
    proxy.setOnAction(event -> model.useProxy());
    HBox.setHgrow(proxy, Priority.ALWAYS);
    HBox line = new HBox(proxy, Buttons.plain("privacy.proxy.use", model::useProxy));
    line.getStyleClass().add("copy-line");
    FlowText name = Words.of(Texts.of("privacy.proxy"));
    getChildren()
        .setAll(
            check("privacy.onlyInReach", model, Routes::onlyInReach, model::onlyInReach),
            hint(Texts.of("privacy.onlyInReach.text")),
            check("privacy.localOnly", model, Routes::localOnly, model::onlyLocal),
            hint(Texts.of("privacy.localOnly.text")),
            name,
            line,
            answer,
            hint(Texts.of("privacy.proxy.text")),
            check("privacy.onionOnly", model, Routes::onionOnly, model::onlyOnion),
            hint(Texts.of("privacy.onionOnly.text")));
    getStyleClass().add("settings-lines");
    model.answerProperty().subscribe(this::show);
  }

  private static CheckLine check(
      String key, PrivacyViewModel model, Function<Routes, Boolean> set, Consumer<Boolean> chosen) {
    return CheckLine.following(key, model.routes().map(set), chosen);
  }

  private void show(Answer now) {
    proxy.pseudoClassStateChanged(WRONG, now.wrong());
    answer.tell(now.sentence(), now.wrong(), Optional.empty());
    proxy.setAccessibleHelp(now.sentence());
  }
}
