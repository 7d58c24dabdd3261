package org.tidings.ui.shell;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// Says, above every screen, that posting waits and why; takes no room while it does not. Confined
/// to the JavaFX thread.
final class GateBanner extends HBox {
  private final FlowText sentence = Words.of("", "gate-sentence");
  private final FlowText meaning = Words.of("", "hint");
  private final Button explain = Buttons.plain("gate.explain", this::explain);
  private final Button override;

  GateBanner(GateViewModel model) {
    override = Buttons.plain("gate.override", model::override);
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    Shown.when(false, meaning);
    HBox buttons = new HBox(explain, override);
    buttons.getStyleClass().add("gate-buttons");
    VBox words = new VBox(sentence, meaning, buttons);
    words.getStyleClass().add("banner-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new Icon(Feather.PAUSE_CIRCLE), words);
    getStyleClass().add("gate-banner");
    model.heldProperty().subscribe(this::show);
  }

  private void show(Optional<Reason> held) {
    Shown.when(held.isPresent(), this);
    held.ifPresent(this::say);
  }

  private void say(Reason reason) {
    sentence.setText(EngineWords.of(reason));
    meaning.setText(Texts.of("gate.meaning." + reason.name()));
    Shown.when(reason.canBeOverridden(), override);
    Announcer.say(this, sentence.getText());
  }

  private void explain() {
    boolean shown = !meaning.isVisible();
    Shown.when(shown, meaning);
    explain.setText(Texts.of(shown ? "gate.explained" : "gate.explain"));
  }
}
