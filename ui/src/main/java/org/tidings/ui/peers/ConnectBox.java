package org.tidings.ui.peers;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.peers.ConnectViewModel.Kind;
import org.tidings.ui.peers.ConnectViewModel.Outcome;

/// Where an address is typed and called. Confined to the JavaFX thread.
final class ConnectBox extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField field = new TextField();
  private final Words outcome = new Words("", "outcome");

  ConnectBox(ConnectViewModel model) {
    field.setPromptText(Texts.of("peers.address.prompt"));
    field.setAccessibleText(Texts.of("peers.address.label"));
    field.setId("peer-address");
    field.textProperty().bindBidirectional(model.addressProperty());
    field.setOnAction(event -> model.connect());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button connect = Buttons.primary("peers.connect", model::connect);
    connect.setId("peer-connect");
    outcome.setId("peer-outcome");
    HBox line = new HBox(field, connect);
    line.getStyleClass().add("copy-line");
    getChildren().setAll(line, outcome);
    getStyleClass().add("connect-box");
    model.outcomeProperty().subscribe(this::show);
  }

  /// Puts the caret where the address goes.
  void enter() {
    field.requestFocus();
  }

  private void show(Outcome now) {
    field.setEditable(now.kind() != Kind.TRYING);
    field.pseudoClassStateChanged(WRONG, now.kind() == Kind.FAILED);
    outcome.pseudoClassStateChanged(WRONG, now.kind() == Kind.FAILED);
    outcome.setText(now.sentence());
    outcome.setGraphic(
        switch (now.kind()) {
          case NONE -> null;
          case TRYING -> new Icon(Feather.LOADER);
          case CONNECTED -> new Icon(Feather.CHECK_CIRCLE);
          case FAILED -> new Icon(Feather.ALERT_CIRCLE);
        });
    Shown.when(now.kind() != Kind.NONE, outcome);
    // What went wrong is read out where the person is.
    field.setAccessibleHelp(now.sentence());
  }
}
