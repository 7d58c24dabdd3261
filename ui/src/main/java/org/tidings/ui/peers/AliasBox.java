package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.AddressField;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CopyButton;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.OutcomeLine;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.peers.AliasViewModel.Named;
import org.tidings.ui.text.FlowText;

/// The names we have in a room, and where one asks for another. Confined to the JavaFX thread.
final class AliasBox extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final AliasViewModel model;
  private final VBox names = new VBox();
  private final AddressField field = new AddressField();
  private final OutcomeLine problem = new OutcomeLine();
  private final FlowText advice = Words.of("", "hint");

  AliasBox(AliasViewModel model) {
    this.model = model;
    field.setId("alias-name");
    field.setPromptText(Texts.of("alias.prompt"));
    field.setAccessibleText(Texts.of("alias.label"));
    field.textProperty().bindBidirectional(model.textProperty());
    field.setOnAction(event -> model.register());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, Buttons.plain("alias.register", model::register));
    line.getStyleClass().add("copy-line");
    names.getStyleClass().add("alias-names");
    FlowText untold = Words.of(Texts.of("alias.untold"), "hint");
    model.untoldProperty().subscribe(is -> Shown.when(is, untold));
    getChildren().setAll(untold, names, line, problem, advice);
    getStyleClass().add("connect-box");
    model
        .namesProperty()
        .subscribe(shown -> Focus.stayIn(names, () -> show(shown), field::requestFocus));
    model.problemProperty().subscribe(this::tell);
  }

  private void show(List<Named> shown) {
    names.getChildren().setAll(shown.stream().map(this::line).toList());
    Shown.when(!shown.isEmpty(), names);
  }

  private Node line(Named named) {
    FlowText name = Words.of(named.name(), "alias-name");
    FlowText link = Words.of(named.link(), "peer-state");
    VBox words = new VBox(name, link);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    CopyButton copy = new CopyButton("alias.copy", named::link);
    copy.setAccessibleText(Texts.of("alias.copy.name", named.name()));
    Button revoke = Buttons.plain("alias.revoke", () -> model.revoke(named));
    revoke.setAccessibleText(Texts.of("alias.revoke.name", named.name()));
    HBox line = new HBox(words, copy, revoke);
    line.getStyleClass().add("alias-line");
    return line;
  }

  private void tell(Optional<Problem> told) {
    String sentence = told.map(Problem::sentence).orElse("");
    field.pseudoClassStateChanged(WRONG, told.isPresent());
    problem.tell(sentence, true, Optional.of(Feather.ALERT_CIRCLE));
    advice.setText(told.map(Problem::advice).orElse(""));
    Shown.when(told.isPresent(), advice);
    field.setAccessibleHelp((sentence + " " + advice.getText()).strip());
    if (told.isPresent()) {
      ScrollColumn.reveal(this);
    }
  }
}
