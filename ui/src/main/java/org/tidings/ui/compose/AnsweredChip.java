package org.tidings.ui.compose;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Shown;

/// Says whom a reply answers, with a way to answer all instead; takes no room where it does that.
/// Confined to the JavaFX thread.
final class AnsweredChip extends HBox {
  private final ComposeViewModel model;
  private final Runnable removed;

  /// @param removed run after the person has chosen to answer all
  AnsweredChip(ComposeViewModel model, Runnable removed) {
    this.model = model;
    this.removed = removed;
    setMaxWidth(USE_PREF_SIZE);
    setFillHeight(false);
    getStyleClass().addAll("recipient", "answered");
    model.draft().answeredProperty().subscribe(this::show);
  }

  private void show(Optional<Answered> answered) {
    Shown.when(answered.isPresent(), this);
    answered.ifPresent(
        one -> {
          NameLabel words = new NameLabel(Texts.of("reply.answering", one.name()));
          words.setMinWidth(0);
          Button out = Buttons.icon(Feather.X, "reply.answering.not", this::remove);
          out.setAccessibleText(Texts.of("reply.answering.not.name", one.name()));
          getChildren().setAll(new Icon(Feather.CORNER_UP_LEFT), words, out);
        });
  }

  private void remove() {
    model.answerAll();
    removed.run();
  }
}
