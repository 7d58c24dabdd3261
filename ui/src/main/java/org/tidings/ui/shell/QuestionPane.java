package org.tidings.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Question;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.FocusReturn;
import org.tidings.ui.control.Scrim;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// Asks above the whole window and keeps the keyboard until there is an answer; Escape and a click
/// beside it mean no. Confined to the JavaFX thread.
final class QuestionPane extends StackPane {
  private static final double WIDTH = 440;

  private final Notices notices;
  private final FocusReturn focus = new FocusReturn();

  QuestionPane(Notices notices) {
    this.notices = notices;
    getStyleClass().add("question-pane");
    WhileShown.follow(this, notices.questionProperty(), this::show);
  }

  private void show(Optional<Question> question) {
    setVisible(question.isPresent());
    question.ifPresentOrElse(this::ask, this::putAway);
  }

  private void ask(Question question) {
    Button no = Buttons.plain("question.no", () -> notices.answer(false));
    Button yes = new Button(question.action());
    yes.getStyleClass().add(question.danger() ? "danger" : "accent");
    yes.setOnAction(event -> notices.answer(true));
    Scrim scrim = new Scrim(() -> notices.answer(false));
    VBox dialog = dialog(question, no, yes);
    dialog.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, List.of(no, yes)));
    getChildren().setAll(scrim, dialog);
    focus.remember(this);
    // What is hard to take back is not one careless Enter away.
    (question.danger() ? no : yes).requestFocus();
  }

  private void putAway() {
    getChildren().clear();
    focus.giveBack();
  }

  private void pressed(KeyEvent key, List<Button> buttons) {
    KeyCode code = key.getCode();
    if (code == KeyCode.ESCAPE) {
      key.consume();
      notices.answer(false);
    } else if (code == KeyCode.TAB || code == KeyCode.LEFT || code == KeyCode.RIGHT) {
      key.consume();
      buttons.stream()
          .filter(button -> !button.isFocused())
          .findFirst()
          .ifPresent(Node::requestFocus);
    } else if (code == KeyCode.ENTER) {
      key.consume();
      buttons.stream().filter(Node::isFocused).findFirst().ifPresent(Button::fire);
    }
  }

  private static VBox dialog(Question question, Button no, Button yes) {
    FlowText title = Words.of(question.title(), "dialog-title");
    FlowText text = Words.of(question.text(), "dialog-text");
    HBox buttons = new HBox(no, yes);
    buttons.getStyleClass().add("dialog-buttons");
    VBox dialog = new VBox(title, text, buttons);
    dialog.getStyleClass().add("dialog");
    dialog.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    dialog.setAccessibleRole(AccessibleRole.DIALOG);
    dialog.setAccessibleText(question.title());
    return dialog;
  }
}
