package org.tidings.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.OutcomeLine;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// The 24 words of our key, hidden again as soon as the person looks elsewhere in the window, and
/// practice with them. Confined to the JavaFX thread.
final class WordsPane extends VBox {
  private final WordsViewModel model;

  WordsPane(WordsViewModel model) {
    this.model = model;
    getStyleClass().add("settings-lines");
    model.stateProperty().subscribe(state -> Focus.stayIn(this, () -> show(state), () -> {}));
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(seen -> hideUnless(seen));
  }

  /// Who comes back may be somebody else.
  private void hideUnless(boolean seen) {
    if (!seen) {
      model.hide();
    }
  }

  private void show(WordsViewModel.State state) {
    switch (state) {
      case WordsViewModel.State.Hidden hidden -> getChildren().setAll(buttons(true));
      case WordsViewModel.State.Shown(List<String> words) ->
          getChildren().setAll(tiles(words), buttons(false));
      case WordsViewModel.State.Asked(int number, boolean wrong) -> ask(number, wrong);
      case WordsViewModel.State.Known known ->
          getChildren().setAll(said(Texts.of("words.known"), false), buttons(true));
    }
  }

  private FlowPane buttons(boolean hidden) {
    Button show =
        hidden
            ? Buttons.plain("words.show", model::show)
            : Buttons.plain("words.hide", model::hide);
    FlowPane buttons = new FlowPane(show, Buttons.plain("words.practise", model::practise));
    buttons.getStyleClass().add("recovery-buttons");
    return buttons;
  }

  /// As many beside each other as fit.
  private static TilePane tiles(List<String> words) {
    TilePane tiles = new TilePane();
    tiles.setTileAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < words.size(); i++) {
      Label word = new Label(Texts.of("words.word", i + 1, words.get(i)));
      word.getStyleClass().add("recovery-word");
      tiles.getChildren().add(word);
    }
    tiles.getStyleClass().add("recovery-words");
    return tiles;
  }

  private void ask(int number, boolean wrong) {
    TextField answer = new TextField();
    answer.setId("recovery-answer");
    answer.setOnAction(event -> model.answer(answer.getText()));
    FlowText question = Words.of(Texts.of("words.question", number));
    answer.setAccessibleText(question.getText());
    Button check = Buttons.primary("words.check", () -> model.answer(answer.getText()));
    FlowPane line = new FlowPane(answer, check, Buttons.plain("words.stop", model::hide));
    line.getStyleClass().add("recovery-buttons");
    getChildren().setAll(question, line, said(wrong ? Texts.of("words.wrong", number) : "", wrong));
    FxThread.soon(answer::requestFocus);
  }

  private static OutcomeLine said(String sentence, boolean wrong) {
    OutcomeLine outcome = new OutcomeLine();
    outcome.tell(sentence, wrong, Optional.empty());
    return outcome;
  }
}
