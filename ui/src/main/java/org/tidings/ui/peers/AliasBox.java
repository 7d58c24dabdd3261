package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CopyButton;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.peers.AliasViewModel.Named;

/// The names we have in a room, and where one asks for another. Confined to the JavaFX thread.
final class AliasBox extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final AliasViewModel model;
  private final VBox names = new VBox();
  private final TextField field = new TextField();
  private final Words problem = new Words("", "outcome");
  private final Words advice = new Words("", "hint");

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
    problem.pseudoClassStateChanged(WRONG, true);
    problem.setGraphic(new Icon(Feather.ALERT_CIRCLE));
    names.getStyleClass().add("alias-names");
    getChildren().setAll(names, line, problem, advice);
    getStyleClass().add("connect-box");
    model.namesProperty().subscribe(this::show);
    model.problemProperty().subscribe(this::tell);
  }

  private void show(List<Named> shown) {
    names.getChildren().setAll(shown.stream().map(this::line).toList());
    Shown.when(!shown.isEmpty(), names);
  }

  private Node line(Named named) {
    Words name = new Words(named.name(), "alias-name");
    Words link = new Words(named.link(), "peer-state");
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
    field.pseudoClassStateChanged(WRONG, told.isPresent());
    problem.setText(told.map(Problem::sentence).orElse(""));
    advice.setText(told.map(Problem::advice).orElse(""));
    Shown.when(told.isPresent(), problem);
    Shown.when(told.isPresent(), advice);
    field.setAccessibleHelp((problem.getText() + " " + advice.getText()).strip());
  }
}
