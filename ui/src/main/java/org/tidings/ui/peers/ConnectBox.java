package org.tidings.ui.peers;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.AddressField;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.OutcomeLine;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.peers.ConnectViewModel.Kind;
import org.tidings.ui.peers.ConnectViewModel.Outcome;
import org.tidings.ui.text.FlowText;

/// Where an invite or an address is pasted, and how it goes with it. Confined to the JavaFX thread.
final class ConnectBox extends VBox {
  private static final String AFTER_TRIP = "after-trip";
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final AddressField field = new AddressField();
  private final Button connect;
  private final Button stop;
  private final FlowText recognised = Words.of("", "hint");
  private final TripView trip = new TripView();
  private final OutcomeLine outcome = new OutcomeLine();
  private final FlowText advice = Words.of("", "hint");

  ConnectBox(ConnectViewModel model) {
    connect = Buttons.primary("peers.connect", model::connect);
    connect.setId("peer-connect");
    stop = Buttons.plain("peers.connect.stop", model::stop);
    stop.setId("peer-stop");
    field.setPromptText(Texts.of("peers.address.prompt"));
    field.setAccessibleText(Texts.of("peers.address.label"));
    field.setId("peer-address");
    field.textProperty().bindBidirectional(model.addressProperty());
    field.setOnAction(event -> model.connect());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, connect, stop);
    line.getStyleClass().add("copy-line");
    line.addEventFilter(KeyEvent.KEY_PRESSED, key -> stopAt(key, model));
    getChildren().setAll(line, recognised, trip, outcome, advice);
    getStyleClass().add("connect-box");
    model.recognisedProperty().subscribe(recognised::setText);
    model.tripProperty().subscribe(trip::show);
    model.outcomeProperty().subscribe(this::show);
  }

  /// Puts the caret where the invite goes.
  void enter() {
    field.requestFocus();
  }

  private static void stopAt(KeyEvent key, ConnectViewModel model) {
    if (key.getCode() == KeyCode.ESCAPE && model.outcomeProperty().get().kind() == Kind.TRYING) {
      key.consume();
      model.stop();
    }
  }

  private void show(Outcome now) {
    boolean trying = now.kind() == Kind.TRYING;
    boolean failed = now.kind() == Kind.FAILED;
    field.setEditable(!trying);
    offer(trying ? stop : connect, trying ? connect : stop);
    field.pseudoClassStateChanged(WRONG, failed);
    // Behind steps it goes on where the last of them stands, which has a sign of its own.
    boolean afterSteps = trip.isVisible() && failed;
    outcome.tell(now.sentence(), failed, afterSteps ? Optional.empty() : sign(now.kind()));
    indent(afterSteps, outcome);
    indent(afterSteps, advice);
    advice.setText(now.advice());
    Shown.when(!now.advice().isEmpty(), advice);
    Shown.when(now.kind() == Kind.NONE && !recognised.getText().isEmpty(), recognised);
    // What went wrong is read out where the person is.
    field.setAccessibleHelp((now.sentence() + " " + now.advice()).strip());
    if (now.kind() != Kind.NONE) {
      ScrollColumn.reveal(this);
    }
  }

  private static void indent(boolean indented, Node words) {
    words.getStyleClass().remove(AFTER_TRIP);
    if (indented) {
      words.getStyleClass().add(AFTER_TRIP);
    }
  }

  /// One of the two stands at the same place, and keeps the focus of the other.
  private void offer(Button now, Button before) {
    boolean focused = Focus.isIn(before);
    Shown.when(true, now);
    if (focused) {
      now.requestFocus();
    }
    Shown.when(false, before);
  }

  private static Optional<Feather> sign(Kind kind) {
    return switch (kind) {
      case NONE -> Optional.empty();
      case TRYING -> Optional.of(Feather.LOADER);
      case CONNECTED -> Optional.of(Feather.CHECK_CIRCLE);
      case FAILED -> Optional.of(Feather.ALERT_CIRCLE);
      case STOPPED -> Optional.of(Feather.PAUSE_CIRCLE);
    };
  }
}
