package org.tidings.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Question;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.text.FlowText;

/// Asks above the whole window; Escape and a click beside it mean no. Confined to the JavaFX
/// thread.
final class QuestionPane extends ModalPane {
  private static final double WIDTH = 440;

  private final Notices notices;

  QuestionPane(Notices notices) {
    this.notices = notices;
    // There is nothing to reach by Tab but what a question holds.
    setFocusTraversable(false);
    notices.questionProperty().subscribe(this::show);
    displayProperty()
        .subscribe(
            shown -> {
              if (!shown) {
                notices.answer(false);
              }
            });
  }

  private void show(Optional<Question> question) {
    question.ifPresentOrElse(asked -> show(dialog(asked)), () -> hide(true));
  }

  private VBox dialog(Question question) {
    Label title = new Label(question.title());
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    FlowText text = new FlowText(question.text());
    text.getStyleClass().add("dialog-text");
    Button no = Buttons.plain("question.no", () -> notices.answer(false));
    no.setCancelButton(true);
    Button yes = new Button(question.action());
    yes.getStyleClass().add(question.danger() ? "danger" : "accent");
    yes.setDefaultButton(!question.danger());
    yes.setOnAction(event -> notices.answer(true));
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
