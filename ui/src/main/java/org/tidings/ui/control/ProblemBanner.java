package org.tidings.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;

/// Says what did not work and what to do about it, in the place where it matters; takes no room
/// while all is well. Confined to the JavaFX thread.
public final class ProblemBanner extends HBox {
  private final VBox words = new VBox();

  /// Follows `problem`; `dismiss` is called when the person has read it.
  public ProblemBanner(ObservableValue<Optional<Problem>> problem, Runnable dismiss) {
    var icon = new Icon(Feather.ALERT_CIRCLE);
    Button close = Buttons.icon(Feather.X, "problem.dismiss", dismiss);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.getStyleClass().add("banner-words");
    getChildren().setAll(icon, words, close);
    getStyleClass().add("problem-banner");
    setAccessibleRole(AccessibleRole.TEXT);
    WhileShown.follow(this, problem, this::show);
  }

  private void show(Optional<Problem> problem) {
    setVisible(problem.isPresent());
    setManaged(problem.isPresent());
    problem.ifPresent(this::say);
  }

  private void say(Problem problem) {
    String code = problem.code().map(c -> " " + Texts.of("problem.code", c)).orElse("");
    words
        .getChildren()
        .setAll(
            Words.of(problem.sentence(), "banner-sentence"),
            Words.of(problem.advice() + code, "banner-advice"));
    setAccessibleText(problem.sentence() + " " + problem.advice());
    Announcer.say(this, getAccessibleText());
  }
}
