package org.tidings.ui.compose;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.completion.Completion;
import org.tidings.ui.control.BesideOrBelow;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.writing.LineField;

/// Says who can read what is written in a conversation, and lets the person choose others instead.
/// Confined to the JavaFX thread.
final class ReadersBar extends VBox {
  private final Readdressing readdressing;
  private final LineField field;
  private final Runnable leave;

  /// @param leave where the keyboard goes afterwards
  ReadersBar(ComposeViewModel model, Readdressing readdressing, Pictures pictures, Runnable leave) {
    this.readdressing = readdressing;
    this.leave = leave;
    Recipients recipients = readdressing.recipients();
    field = new LineField(readdressing.typedProperty(), "private.who", this::entered);
    field.prompt("private.who.prompt");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    new Completion(
            field.editor(),
            readdressing.completion(),
            pictures,
            completed -> readdressing.add(completed.choice()))
        .listen();
    BesideOrBelow said = said(model);
    VBox choosing =
        new VBox(
            new RecipientChips(recipients.chosen(), this::remove, pictures),
            line(recipients),
            hint("private.change.hint"),
            buttons());
    choosing.getStyleClass().add("readers-choosing");
    choosing.addEventHandler(KeyEvent.KEY_PRESSED, this::left);
    getChildren().setAll(said, choosing);
    readdressing
        .openProperty()
        .subscribe(
            open -> {
              Shown.when(!open, said);
              Shown.when(open, choosing);
            });
  }

  /// Whether what is written can be sent from here: not while others than its readers are shown.
  ObservableBooleanValue settledProperty() {
    return readdressing.settledProperty();
  }

  /// The person wants to send. Where others are shown than its readers, that confirms them: what is
  /// written goes along to them, and is sent from there. Returns whether it may be sent from here.
  boolean settle() {
    boolean isSettled = readdressing.settledProperty().get();
    if (isSettled) {
      readdressing.cancel();
    } else {
      entered();
      field.enter();
    }
    return isSettled;
  }

  /// The button that was pressed goes with the person; the keyboard stays here.
  private void remove(Byline by) {
    readdressing.recipients().remove(by);
    field.enter();
  }

  private BesideOrBelow said(ComposeViewModel model) {
    Hyperlink change = new Hyperlink(Texts.of("private.change"));
    change.setMinWidth(Region.USE_PREF_SIZE);
    change.setOnAction(
        event -> {
          readdressing.begin(model.readersProperty().get());
          field.enter();
        });
    change.disableProperty().bind(model.publishingProperty());
    return new BesideOrBelow(new ReadersLine(model), change);
  }

  /// The field, as long as there is room for somebody else.
  private HBox line(Recipients recipients) {
    FlowText full = hint("private.full", Recipients.MOST);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox.setHgrow(full, Priority.ALWAYS);
    recipients
        .fullProperty()
        .subscribe(
            isFull -> {
              Shown.when(!isFull, field);
              Shown.when(isFull, full);
            });
    HBox line = new HBox(field, full, new RecipientCount(recipients));
    line.getStyleClass().add("readers-field");
    return line;
  }

  private static FlowText hint(String key, Object... values) {
    return Words.of(Texts.of(key, values), "hint");
  }

  private FlowPane buttons() {
    Button done = Buttons.primary("private.change.done", readdressing::done);
    done.disableProperty().bind(Bindings.not(readdressing.changedProperty()));
    FlowPane buttons = new FlowPane(done, Buttons.plain("question.no", this::cancel));
    buttons.getStyleClass().add("profile-buttons");
    return buttons;
  }

  private void cancel() {
    readdressing.cancel();
    leave.run();
  }

  /// Takes whom is marked; in an empty field it is for whoever has chosen.
  private void entered() {
    if (readdressing.typedProperty().get().isBlank()) {
      readdressing.done();
    } else {
      readdressing.completion().choose().ifPresent(one -> readdressing.add(one.choice()));
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.BACK_SPACE && readdressing.typedProperty().get().isEmpty()) {
      key.consume();
      readdressing.recipients().removeLast();
    }
  }

  private void left(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      cancel();
    }
  }
}
